import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { runTool, type ToolResult } from '../testing/run-tool.ts';
import { query, useServer } from '../testing/use-server.ts';

const embedded = useServer();
const cli = join(dirname(createRequire(import.meta.url).resolve('graphile-migrate/package.json')), 'dist/cli.js');

test('the unmodified graphile-migrate: init, migrate, watch, commit, status, uncommit, reset', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-gm-'));
  const { server } = embedded;
  await query(server.url(), 'create database app');
  await query(server.url(), 'create database app_shadow');
  const url = server.url('app');
  const run = async (...args: string[]): Promise<ToolResult> =>
    await runTool(process.execPath, [cli, ...args], {
      cwd: folder,
      environment: { DATABASE_URL: url, SHADOW_DATABASE_URL: server.url('app_shadow'), ROOT_DATABASE_URL: server.url('postgres') },
    });
  const succeed = async (...args: string[]): Promise<void> => {
    const { status, output } = await run(...args);
    expect(`${args.join(' ')}: ${status} ${status === 0 ? '' : output}`).toBe(`${args.join(' ')}: 0 `);
  };
  const current = join(folder, 'migrations/current.sql');
  try {
    await succeed('init');
    await succeed('migrate');
    await writeFile(current, 'drop table if exists t;\ncreate table t (a int);\n');
    await succeed('watch', '--once');
    await writeFile(current, 'drop table if exists t;\ncreate table t (a int, b text);\n');
    await succeed('watch', '--once');
    expect(await query(url, "select attname from pg_attribute where attrelid = 't'::regclass and attnum > 0 order by attnum")).toEqual([
      { attname: 'a' },
      { attname: 'b' },
    ]);
    await succeed('commit', '--message', 'a table');
    expect(await readdir(join(folder, 'migrations/committed'))).toEqual(['000001-a-table.sql']);
    await writeFile(current, '--! no-transaction\ncreate index concurrently if not exists i on t (a);\n');
    await succeed('watch', '--once');
    await succeed('commit', '--message', 'an index');
    await succeed('status');
    expect(await query(url, 'select filename from graphile_migrate.migrations order by 1')).toEqual([
      { filename: '000001.sql' },
      { filename: '000002.sql' },
    ]);
    await succeed('uncommit');
    expect(await readFile(current, 'utf8')).toContain('create index concurrently');
    await query(url, 'create table stray (a int)');
    await succeed('reset', '--erase');
    expect(await query(url, "select to_regclass('stray') as stray, to_regclass('t') is not null as t")).toEqual([{ stray: null, t: true }]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
