import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteIdentifier, withClient } from '@godwit/postgres';
import { onRealServer, type TestDatabase, testServer, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { type Project, type ProjectContents, withProject } from './project.ts';
import { runCommand } from './run-command.ts';
import { startProcess } from './run-process.ts';

const GMRC = '{ "//": "graphile-migrate reads this" }\n';

interface Stage {
  readonly project: Project;
  readonly database: TestDatabase;
  readonly read: (path: string) => Promise<string>;
  readonly list: (path: string) => Promise<string[]>;
  readonly godwit: (...argv: readonly string[]) => Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

/** A project with a database, whose shadow is dropped afterwards. */
async function onStage(contents: ProjectContents, run: (stage: Stage) => Promise<void>): Promise<void> {
  const files = { '.gmrc': GMRC, 'migrations/current.sql': '', 'migrations/revert.sql': '', ...contents.files };
  await withDatabase(async (database) => {
    try {
      await withProject({ ...contents, files }, async (project) => {
        const at = (path: string) => join(project.folder, path);
        await run({
          project,
          database,
          read: (path) => readFile(at(path), 'utf8'),
          list: async (path) => (await readdir(at(path))).toSorted(),
          godwit: async (...argv) => {
            const { code, screen } = await runCommand({ argv, folder: project.folder, environment: { DATABASE_URL: database.url } });
            return { code, stdout: screen.stdout(), stderr: screen.stderr() };
          },
        });
      });
    } finally {
      const shadow = quoteIdentifier(`${database.settings.database}_shadow`);
      await withClient(testServer().settings, (admin) => admin.query(`drop database if exists ${shadow} with (force)`));
    }
  });
}

const BOOKS = { message: 'Create books', body: 'create table books (id int primary key);', revert: 'drop table books;' };

const HASH = /sha1:[0-9a-f]{40}/g;

describe('commit', () => {
  test('writes the revision and its way back, applies it, and blanks what was written', async () => {
    const files = {
      'migrations/current.sql': 'alter table books add column author text;\n',
      'migrations/revert.sql': '-- The way back.\nalter table books drop column author;\n',
    };
    await onStage({ revisions: [BOOKS], files }, async ({ godwit, read, list, database }) => {
      const { code, stdout } = await godwit('commit', '-m', 'Add author column to books');
      expect(code).toBe(0);
      expect(stdout).toBe(
        '✔ migrations/committed/000002-add-author-column-to-books.sql\n✔ migrations/reverts/000002-add-author-column-to-books.sql\nnext: godwit downgrade -1, then godwit upgrade, to try its way back\n',
      );
      const committed = await read('migrations/committed/000002-add-author-column-to-books.sql');
      expect(committed.replaceAll(HASH, 'HASH')).toBe(
        '--! Previous: HASH\n--! Hash: HASH\n--! Message: Add author column to books\n\nalter table books add column author text;\n',
      );
      const hash = /--! Hash: (\S+)/.exec(committed)?.[1];
      const revert = await read('migrations/reverts/000002-add-author-column-to-books.sql');
      expect(revert).toContain(`--! Reverts: ${hash}\n`);
      expect(revert).toContain('\n\n-- The way back.\nalter table books drop column author;\n');
      expect(await list('migrations')).toEqual(['committed', 'current.sql', 'revert.sql', 'reverts']);
      expect(await read('migrations/current.sql')).not.toContain('author');
      expect(await read('migrations/revert.sql')).not.toContain('author');
      expect(await godwit('status')).toMatchObject({ code: 0 });
      const { rows } = await database.client.query('select name, revert_kind from godwit.revision order by number');
      expect(rows).toEqual([
        { name: '000001-create-books', revert_kind: 'sql' },
        { name: '000002-add-author-column-to-books', revert_kind: 'sql' },
      ]);
      expect(await godwit('downgrade', 'base')).toMatchObject({ code: 0, stderr: '' });
      expect(await godwit('upgrade')).toMatchObject({ code: 0, stderr: '' });
    });
  });

  test('without .gmrc and without a way back, includes are expanded in the committed file', async () => {
    const files = {
      'migrations/current.sql': '--!include near.sql\n',
      'migrations/revert.sql': '-- Write its way back here.\n',
      'migrations/fixtures/near.sql': 'create function near() returns int language sql as $$ select 1 $$;\n',
    };
    await onStage({ files }, async ({ godwit, project, read, list }) => {
      await rm(join(project.folder, '.gmrc'));
      const { code, stdout, stderr } = await godwit('commit', '-m', 'Create the function near');
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('graphile-migrate: New migration') });
      expect(stdout).toContain('! revert.sql is blank, so 000001-create-the-function-near cannot be taken back\nnext: godwit uncommit, ');
      expect(await list('migrations/committed')).toEqual(['000001-create-the-function-near.sql']);
      const committed = await read('migrations/committed/000001-create-the-function-near.sql');
      expect(committed).toContain(
        '\n\n--! Included near.sql\ncreate function near() returns int language sql as $$ select 1 $$;\n--! EndIncluded near.sql\n',
      );
      expect(await read('migrations/current.sql')).not.toContain('near');
    });
  });

  test.each([
    ['a statement that the server refuses', 'alter table boks add column author text;\n', 'GW523'],
    ['a syntax error', 'alter tabel books;\n', 'GW525'],
    ['a COMMIT', 'create table a (id int);\ncommit;\n', 'GW525'],
    ['an include that is not there', '--!include nothing.sql\n', 'GW052'],
    ['nothing but a comment', '-- later\n', 'GW522'],
  ])('%s changes nothing', async (_, current, code) => {
    const files = { 'migrations/current.sql': current, 'migrations/revert.sql': 'select 1;\n' };
    await onStage({ revisions: [BOOKS], files }, async ({ godwit, read, list, database }) => {
      await godwit('upgrade');
      const { code: exit, stderr } = await godwit('commit', '-m', 'Add author column to books');
      expect(exit).toBe(1);
      expect(stderr).toContain(`  ${code}\n`);
      expect(stderr).not.toMatch(/^ +at /m);
      expect(await read('migrations/current.sql')).toBe(current);
      expect(await read('migrations/revert.sql')).toBe('select 1;\n');
      expect(await list('migrations/committed')).toEqual(['000001-create-books.sql']);
      expect((await database.client.query('select filename from graphile_migrate.migrations')).rows).toEqual([{ filename: '000001.sql' }]);
      expect(await godwit('status')).toMatchObject({ code: 0 });
    });
  });

  test.each(['Update', 'fix stuff', 'Changes.', 'WIP', '', '  '])('the message %j says nothing', async (message) => {
    await withProject({ files: { 'migrations/current.sql': 'select 1;\n' } }, async ({ folder }) => {
      const { code, screen } = await runCommand({ argv: ['commit', '-m', message], folder });
      expect({ code, stderr: screen.stderr() }).toEqual({ code: 1, stderr: expect.stringContaining('  GW521\n') });
    });
  });

  test('a shadow database is never made on a remote server', async () => {
    const project = { revisions: [BOOKS], files: { '.gmrc': GMRC, 'migrations/current.sql': 'select 1;\n' } };
    await onStage(project, async ({ database, project: { folder } }) => {
      const url = new URL(database.url);
      // The same server by a name that does not say that it is this machine.
      const address = url.hostname;
      url.hostname = 'db.internal';
      const { code, screen } = await runCommand({
        argv: ['commit', '-m', 'Select nothing'],
        folder,
        environment: { DATABASE_URL: url.href, PGHOSTADDR: address === 'localhost' ? '127.0.0.1' : address },
      });
      expect({ code, stderr: screen.stderr() }).toEqual({ code: 1, stderr: expect.stringMatching(/GW(520|111)/) });
    });
  });
});

describe('uncommit', () => {
  test('opens the last revision again, also in the database, so that it can be committed anew', async () => {
    const files = {
      'migrations/current.sql': 'alter table books add column author text;\n',
      'migrations/revert.sql': 'alter table books drop column author;\n',
    };
    await onStage({ revisions: [BOOKS], files }, async ({ godwit, read, list, project }) => {
      expect(await godwit('commit', '-m', 'Add author column to books')).toMatchObject({ code: 0 });
      const { code, stdout } = await godwit('uncommit');
      expect(code).toBe(0);
      expect(stdout).toBe(
        '✔ 000002-add-author-column-to-books is current.sql again, its way back is revert.sql; head is 000001-create-books\nnext: edit it, then godwit commit -m "…"\n',
      );
      expect(await read('migrations/current.sql')).toContain('alter table books add column author text;\n');
      expect(await read('migrations/revert.sql')).toBe('alter table books drop column author;\n');
      expect(await list('migrations/committed')).toEqual(['000001-create-books.sql']);
      expect(await list('migrations/reverts')).toEqual(['000001-create-books.sql']);
      expect(await godwit('status')).toMatchObject({ code: 0 });
      await project.write('migrations/current.sql', 'alter table books add column author varchar(80);\n');
      expect(await godwit('commit', '-m', 'Add author column to books')).toMatchObject({ code: 0 });
    });
  });

  test('what stands in current.sql is not overwritten', async () => {
    await onStage({ revisions: [BOOKS], files: { 'migrations/current.sql': 'select 1;\n' } }, async ({ godwit, read, list }) => {
      await godwit('upgrade');
      expect(await godwit('uncommit')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW526\n') });
      expect(await read('migrations/current.sql')).toBe('select 1;\n');
      expect(await list('migrations/committed')).toEqual(['000001-create-books.sql']);
    });
  });

  test('rows that its way back would take stay, and that is said', async () => {
    await onStage({ revisions: [BOOKS] }, async ({ godwit, database }) => {
      await godwit('upgrade');
      await database.client.query('insert into books values (1)');
      const { code, stdout } = await godwit('uncommit');
      expect(code).toBe(0);
      expect(stdout).toContain('! what it did to a database stays there');
      expect((await database.client.query('select count(*)::int as count from books')).rows).toEqual([{ count: 1 }]);
    });
  });
});

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

  test.each(['watch', 'commit', 'uncommit'] as const)('%s refuses a database that is production', async (command) => {
    const files = command === 'uncommit' ? {} : { 'migrations/current.sql': 'select 1;\n' };
    await onStage({ revisions: [BOOKS], files }, async ({ godwit }) => {
      await godwit('protect');
      const argv = command === 'commit' ? ['commit', '-m', 'Select nothing'] : [command];
      expect(await godwit(...argv)).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW512\n') });
    });
  });
});

test('the two tools are told when they would work on two folders', async () => {
  const files = { 'godwit.config.json': '{ "migrations": "sql" }', 'sql/current.sql': 'select 1;\n', 'sql/committed/.gitkeep': '' };
  await onStage({ files }, async ({ godwit }) => {
    const { code, stderr } = await godwit('commit', '-m', 'Select nothing');
    expect(code).toBe(1);
    expect(stderr).toContain('GW524\n  help: put "migrationsFolder": "./sql" into .gmrc\n');
  });
});

async function untilTable({ client }: TestDatabase, name: string): Promise<void> {
  while ((await client.query('select to_regclass($1)::text as found', [name])).rows[0]?.found === null)
    await client.query('select pg_sleep(0.05)');
}
