import { onRealServer, type TestDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { BOOKS, onStage } from './authoring-stage.ts';
import { startProcess } from './run-process.ts';

describe('watch', () => {
  test('--once applies current.sql, with its includes, and leaves the file as it is', async () => {
    const current = '--!include books.sql\n';
    const files = { 'migrations/current.sql': current, 'migrations/fixtures/books.sql': 'create table if not exists books (id int);\n' };
    await onStage({ files }, async ({ godwit, database, read }) => {
      expect(await godwit('watch', '--once')).toMatchObject({ code: 0, stdout: '✔ migrations/current.sql is applied\n' });
      expect((await database.client.query(`select to_regclass('books')::text as books`)).rows).toEqual([{ books: 'books' }]);
      expect(await read('migrations/current.sql')).toBe(current);
      expect((await godwit('status')).stdout).toContain('current.sql is applied on top of the last revision');
    });
  });

  test('an error says what the server says, and exits 1', async () => {
    await onStage({ files: { 'migrations/current.sql': 'alter table boks add column a int;\n' } }, async ({ godwit }) => {
      const { code, stderr } = await godwit('watch', '--once');
      expect(code).toBe(1);
      expect(stderr).toContain('relation "boks" does not exist');
      expect(stderr).toContain('  GW523\n');
    });
  });

  onRealServer(test)('applies each save until Ctrl-C, which is no error', async () => {
    await onStage(
      { files: { 'migrations/current.sql': 'create table if not exists first (id int);\n' } },
      async ({ project, database }) => {
        const run = startProcess(project.folder, ['watch'], { DATABASE_URL: database.url });
        await untilTable(database, 'first');
        await project.write('migrations/current.sql', 'create table if not exists second (id int);\n');
        await untilTable(database, 'second');
        run.child.kill('SIGINT');
        expect(await run.ended).toEqual({ code: 0, signal: null });
      },
    );
  });

  test('refuses a database that is production', async () => {
    await onStage({ revisions: [BOOKS], files: { 'migrations/current.sql': 'select 1;\n' } }, async ({ godwit }) => {
      await godwit('protect');
      expect(await godwit('watch')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW512\n') });
    });
  });
});

test('the two tools are told when they would work on two folders', async () => {
  const files = { 'godwit.config.json': '{ "migrations": "sql" }', 'sql/current.sql': 'select 1;\n', 'sql/committed/.gitkeep': '' };
  await onStage({ files }, async ({ godwit }) => {
    const { code, stderr } = await godwit('watch', '--once');
    expect(code).toBe(1);
    expect(stderr).toContain('GW524\n  help: put "migrationsFolder": "./sql" into .gmrc\n');
  });
});

async function untilTable({ client }: TestDatabase, name: string): Promise<void> {
  while ((await client.query('select to_regclass($1)::text as found', [name])).rows[0]?.found === null)
    await client.query('select pg_sleep(0.05)');
}
