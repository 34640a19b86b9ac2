import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runTool, type ToolResult } from '../testing/run-tool.ts';
import { useServer } from '../testing/use-server.ts';

const embedded = useServer();
const isInstalled = spawnSync('psql', ['--version']).status === 0;

/** psql as a person starts it, but for their own ~/.psqlrc. */
const psql = (url: string, args: readonly string[], input = ''): Promise<ToolResult> =>
  runTool('psql', ['-X', '-v', 'ON_ERROR_STOP=1', '-d', url, ...args], { input });

describe.skipIf(!isInstalled)('psql (skipped where it is not installed)', () => {
  test('runs statements, describes tables, copies both ways', () =>
    embedded.withDatabase(async ({ url }) => {
      const script = `
        create table t (id int primary key, body text default 'x; y');
        \\copy t from pstdin
        1	one
        2	two, three
        \\.
        copy t (id) from stdin;
        3
        \\.
        begin;
        insert into t values (4, $a$;$a$);
        commit;
        copy (select body from t order by id) to stdout;
        \\d t
      `.replace(/^ +/gm, '');
      const { status, output } = await psql(url, ['-q'], script);
      expect(output).toContain('one\ntwo, three\nx; y\n;\n');
      expect(output).toContain('"t_pkey" PRIMARY KEY, btree (id)');
      expect(status).toBe(0);
    }));

  test('stops at an error and shows where it is', () =>
    embedded.withDatabase(async ({ url }) => {
      const { status, output } = await psql(url, ['-c', 'select nothing from nowhere']);
      expect(status).toBe(1);
      expect(output).toContain(
        'ERROR:  relation "nowhere" does not exist\nLINE 1: select nothing from nowhere\n                            ^',
      );
    }));

  test('shows the place of an error behind statements that the server answers itself', () =>
    embedded.withDatabase(async ({ url }) => {
      const { output } = await psql(url, ['-c', 'deallocate all;\nselect 1 from nowhere']);
      expect(output).toContain('LINE 2: select 1 from nowhere\n                      ^');
    }));

  test('connects to another database, makes and drops one, sets and shows', () =>
    embedded.withDatabase(async ({ url, name }) => {
      const script = `create database "Other";\n\\c Other\nselect current_database();\n\\c ${name}\ndrop database "Other";\nset timezone = 'Asia/Tokyo';\nshow timezone;\n\\conninfo\n`;
      const { status, output } = await psql(url, ['-At'], script);
      expect(output).toContain('You are now connected to database "Other"');
      expect(output).toContain('\nOther\n');
      expect(output).toContain('\nAsia/Tokyo\n');
      expect(status).toBe(0);
    }));

  test('a script in one transaction', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'godwit-psql-'));
    await embedded.withDatabase(async ({ url }) => {
      await writeFile(join(folder, 'part.sql'), 'create table part (a int);\n');
      await writeFile(join(folder, 'all.sql'), '\\ir part.sql\ncreate index on part (a);\nselect 1/0;\n');
      expect((await psql(url, ['-1', '-f', join(folder, 'all.sql')])).output).toContain('division by zero');
      expect((await psql(url, ['-Atc', "select to_regclass('part') is null"])).output).toBe('t\n');
    });
    await rm(folder, { recursive: true });
  });
});
