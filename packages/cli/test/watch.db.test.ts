import { compareCatalogs, describeDifference, extractCatalog } from '@godwit/catalog';
import { onRealServer } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { type AuthoringStage, BOOKS, onStage } from './authoring-stage.ts';
import { type RunningProcess, startProcess } from './run-process.ts';

function startWatch({ project, database }: AuthoringStage, ...argv: readonly string[]): RunningProcess {
  return startProcess(project.folder, ['watch', ...argv], { DATABASE_URL: database.url });
}

/** The JSON lines that a watch has printed so far. */
function eventsOf(run: RunningProcess): readonly Record<string, unknown>[] {
  return run
    .stdout()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

async function advisoryLocks({ database }: AuthoringStage): Promise<number> {
  const { rows } = await database.client.query(
    "select count(*)::int4 as n from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
  );
  return Number(rows[0]?.n);
}

describe('watch', () => {
  test('applies each save until Ctrl-C, which is no error, and leaves no lock behind', async () => {
    await onStage({ files: { 'migrations/current.sql': 'create table public.first (id bigint);\n' } }, async (stage) => {
      const run = startWatch(stage, '--json');
      await run.saysOnStdout('"applied"');
      await stage.project.write('migrations/current.sql', 'create table public.second (id bigint);\n');
      await run.saysOnStdout('"public.second"');
      run.child.kill('SIGINT');
      expect(await run.ended).toEqual({ code: 0, signal: null });
      expect(eventsOf(run)).toMatchObject([
        { event: 'watching', revision: 'base' },
        { event: 'applied', touched: ['public.first'], ms: expect.any(Number) },
        { event: 'applied', touched: ['public.second'] },
      ]);
      const { rows } = await stage.database.client.query("select to_regclass('first') as first, to_regclass('second')::text as second");
      expect(rows).toEqual([{ first: null, second: 'second' }]);
      expect((await stage.godwit('status')).stdout).toContain('current.sql is applied on top of the last revision');
      expect(await stage.godwit('watch', '--undo')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('current.sql is taken back'),
      });
    });
  });

  onRealServer(test)('Ctrl-C ends a save that has not been committed, and leaves no lock behind', async () => {
    await onStage({ files: { 'migrations/current.sql': 'create table a as select 1 as one from pg_sleep(60);\n' } }, async (stage) => {
      const run = startWatch(stage);
      while (
        (await stage.database.client.query("select 1 from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()"))
          .rows.length === 0
      );
      run.child.kill('SIGINT');
      expect(await run.ended).toEqual({ code: 0, signal: null });
      expect(await advisoryLocks(stage)).toBe(0);
      expect((await stage.database.client.query("select to_regclass('a') as a")).rows).toEqual([{ a: null }]);
    });
  });

  onRealServer(test)('a second one hears who the first one is, and may begin when that was killed', async () => {
    await onStage({ files: { 'migrations/current.sql': '-- blank\n' } }, async (stage) => {
      const first = startWatch(stage);
      await first.saysOnStdout('is blank');
      const { code, stderr } = await stage.godwit('watch', '--once');
      expect(code).toBe(3);
      expect(stderr).toContain('✖ Another watch is at work on this database  GW364\n');
      expect(stderr).toContain(`watch, pid ${first.child.pid} on `);
      first.child.kill('SIGKILL');
      await first.ended;
      const second = startWatch(stage);
      await second.saysOnStdout('is blank');
      second.child.kill('SIGINT');
      expect(await second.ended).toEqual({ code: 0, signal: null });
    });
  });

  onRealServer(test)(
    'killed at any moment, the next one goes on, and in the end the database is what the text says',
    async () => {
      const text = (round: number) =>
        `alter table books add c${round} int default ${round};\nalter table books alter title set default 'of ${round}';\ncreate table t${round} (id int);\n`;
      await onStage({ revisions: [{ ...BOOKS, body: 'create table books (id int primary key, title text);' }] }, async (stage) => {
        const { project, database, godwit } = stage;
        await godwit('upgrade');
        const before = await extractCatalog(database.client);
        for (let round = 1; round <= 20; round++) {
          const run = startWatch(stage, '--json');
          await run.saysOnStdout('"watching"');
          await project.write('migrations/current.sql', text(round));
          // From the first bytes that it reads to after the way back is stored.
          await database.client.query('select pg_sleep($1)', [(round % 10) * 0.06]);
          run.child.kill('SIGKILL');
          await run.ended;
        }
        await project.write('migrations/current.sql', text(99));
        expect(await godwit('watch', '--once')).toMatchObject({ code: 0 });
        const { rows } = await database.client.query(
          "select attname as name from pg_attribute where attrelid = 'books'::regclass and attnum > 0 and not attisdropped order by attnum",
        );
        expect(rows.map(({ name }) => name)).toEqual(['id', 'title', 'c99']);
        expect(await godwit('watch', '--undo')).toMatchObject({ code: 0 });
        expect(compareCatalogs(before, await extractCatalog(database.client)).flatMap(describeDifference)).toEqual([]);
      });
    },
    300_000,
  );

  test('refuses a database that is production', async () => {
    await onStage({ revisions: [BOOKS], files: { 'migrations/current.sql': 'select 1;\n' } }, async ({ godwit }) => {
      await godwit('upgrade');
      await godwit('protect');
      expect(await godwit('watch')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW512\n') });
      expect(await godwit('watch', '--undo')).toMatchObject({ code: 1, stderr: expect.stringContaining('  GW512\n') });
    });
  });
});

describe('before anything else, what is applied is taken back', () => {
  const ratings = { message: 'Create ratings', body: 'create table ratings (id int);', revert: 'drop table ratings;' };

  test('a dry run says so, and stamp that it compares it', async () => {
    const files = { 'migrations/current.sql': 'create table public.first (id bigint);\n' };
    await onStage({ revisions: [BOOKS, ratings], files }, async ({ godwit }) => {
      await godwit('upgrade');
      await godwit('watch', '--once');
      expect(await godwit('downgrade', '-1', '--dry-run')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('↶ current.sql, which watch has applied, is taken back first'),
      });
      expect(JSON.parse((await godwit('downgrade', '-1', '--dry-run', '--json')).stdout)).toMatchObject({ takesBack: 'current.sql' });
      const { code, stderr } = await godwit('stamp', '1');
      expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('without it: godwit watch --undo') });
    });
  });

  test('by upgrade, also when a watch was killed before it knew how', async () => {
    await onStage({ revisions: [BOOKS, ratings] }, async ({ project, godwit, database }) => {
      await godwit('upgrade');
      // The difference is its way back, and nobody has stored it.
      await project.write('migrations/current.sql', "alter table books add title text;\nalter table books alter title set default 'x';\n");
      await godwit('watch', '--once');
      await database.client.query('update godwit.attempt set undo = null, undo_source = null, undo_transactional = null');
      const { code, stdout } = await godwit('downgrade', '-1', '--accept-data-loss');
      expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('1 revision reverted') });
      const { rows } = await database.client.query(
        "select count(*)::int4 as n from pg_attribute where attrelid = 'books'::regclass and attname = 'title'",
      );
      expect(rows).toEqual([{ n: 0 }]);
    });
  });
});
