import type { Client } from '@godwit/postgres';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { checksOf } from '../testing/checks-of.ts';
import type { CheckSettings } from './check-session.ts';
import { runChecks } from './run-checks.ts';

const SETTINGS: CheckSettings = { placeholders: {}, searchPath: 'public', writes: true, lockTimeoutMs: null, statementTimeoutMs: null };
const LIVE: CheckSettings = { ...SETTINGS, writes: false, lockTimeoutMs: 100, statementTimeoutMs: 5_000 };

const BOOKS = `create table books (id int primary key, title text not null constraint ck_title check (title <> ''));
  create table ratings (book_id int constraint fk_book references books);
  insert into books values (1, 'Dune'), (2, 'Emma');`;

/** What becomes of each check of a text on a database of books. */
async function outcomes(text: string, settings: CheckSettings = SETTINGS, prepare?: (database: TestDatabase) => Promise<unknown>) {
  return await withDatabase(async (database) => {
    await database.client.query(BOOKS);
    await prepare?.(database);
    const client = await database.connect();
    const results = await runChecks({ checks: await checksOf(text), client, connect: database.connect, settings });
    const { rows } = await database.client.query(
      'select count(*)::int as books, (select count(*)::int from ratings) as ratings from books',
    );
    expect(rows).toEqual([{ books: 2, ratings: 0 }]);
    return results.map(({ outcome }) => outcome);
  });
}

const passed = { state: 'passed' };

describe('rows', () => {
  test('a check passes when all rows are as expected, and leaves nothing', async () => {
    const text = `--! Check: one
      insert into books values (3, 'Ulysses');
      select 3 as expected, count(*) as found from books;
      --! Check: two
      select null as expected, null as found;`.replaceAll(/^ +/gm, '');
    expect(await outcomes(text)).toEqual([passed, passed]);
  });

  test('each that differs is told, with its label', async () => {
    expect(await outcomes(`--! Check: one\nselect id, title, 'Dune' as expected, title as found from books order by id`)).toEqual([
      { state: 'failed', differences: [{ label: '2 Emma', expected: 'Dune', found: 'Emma' }] },
    ]);
  });

  test('values are compared as the server writes them', async () => {
    const text = "--! Check: one\nselect '{a,b}' as expected, array['a', 'b'] as found";
    expect(await outcomes(text)).toEqual([passed]);
    const numeric = "--! Check: one\nselect '12.5' as expected, 12.5::numeric(5, 2) as found";
    expect(await outcomes(numeric)).toMatchObject([{ state: 'failed', differences: [{ expected: '12.5', found: '12.50' }] }]);
  });

  test('a statement without the two columns compares nothing', async () => {
    expect(await outcomes('--! Check: one\nselect 1 as expectd, 2 as found')).toMatchObject([
      { state: 'error', error: { code: 'GW569', frame: { line: 2 }, details: ['it gives expectd, found'] } },
    ]);
  });

  test('a statement that the server refuses has its place in the file', async () => {
    const text = '--! Check: one\nselect 1;\nselect 1 as expected,\n  titel as found from books';
    expect(await outcomes(text)).toMatchObject([
      { state: 'error', error: { code: 'GW568', sqlState: '42703', frame: { line: 4, column: 3 } } },
    ]);
  });
});

describe('errors that must come', () => {
  const raises = (header: string, statement: string) => outcomes(`--! Check: one\n--! Raises: ${header}\n${statement}`);

  test('by SQLSTATE, and by constraint', async () => {
    expect(await raises('23514 ck_title', "insert into books values (3, '')")).toEqual([passed]);
    expect(await raises('23502', 'insert into books values (3, null)')).toEqual([passed]);
  });

  test('none is a failure', async () => {
    expect(await raises('23514 ck_title', "insert into books values (3, 'x')")).toEqual([
      { state: 'failed', differences: [{ label: '', expected: '23514 ck_title', found: 'no error' }] },
    ]);
  });

  test('another one is a failure that says which', async () => {
    expect(await raises('23514 ck_other', "insert into books values (3, '')")).toMatchObject([
      { state: 'failed', differences: [{ expected: '23514 ck_other', found: expect.stringMatching(/^23514 ck_title: /) }] },
    ]);
  });

  test('that of an earlier statement does not count', async () => {
    expect(await raises('23505', "insert into books values (1, 'x');\nselect 1")).toMatchObject([
      { state: 'error', error: { sqlState: '23505', frame: { line: 3 } } },
    ]);
  });

  test('one that is deferred comes when it is asked for', async () => {
    const text = 'alter table ratings alter constraint fk_book deferrable initially deferred;\ninsert into ratings values (9);';
    expect(await raises('23503 fk_book', `${text}\nset constraints all immediate`)).toEqual([passed]);
  });
});

describe('indexes', () => {
  const text = (index: string) => `--! Check: one\n--! Uses: ${index}\nset local enable_seqscan = off;\nselect * from books where id = 1`;

  test('the planner uses it', async () => {
    expect(await outcomes(text('books_pkey'))).toEqual([passed]);
  });

  test('or something else, which is told', async () => {
    expect(await outcomes(text('ix_books_title'))).toEqual([
      {
        state: 'failed',
        differences: [
          { label: '', expected: 'Index Scan using ix_books_title', found: expect.stringMatching(/Scan using books_pkey on books/) },
        ],
      },
    ]);
  });
});

describe('what a check finds', () => {
  test('is as it was before the others', async () => {
    const [first, ...others] = await outcomes(
      ['set', 'set local', 'set session']
        .map(
          (set) =>
            `--! Check: ${set}\n${set} search_path to nowhere;\nselect 'public' as expected, current_setting('search_path') as found;`,
        )
        .concat("--! Check: last\nselect 'public' as expected, current_setting('search_path') as found;")
        .join('\n'),
    );
    expect(first).toMatchObject({ state: 'failed' });
    expect(others.at(-1)).toEqual(passed);
  });

  test('placeholders have their values', async () => {
    const text = '--! Check: one\nselect 2 as expected, count(*) as found from :SCHEMA.books';
    expect(await outcomes(text, { ...SETTINGS, placeholders: { ':SCHEMA': 'public' } })).toEqual([passed]);
  });

  test('rows that it needs, or it is left out', async () => {
    const needing = (table: string) => `--! Check: one\n--! Needs: ${table}\nselect 1 as expected, 1 as found`;
    expect(await outcomes(needing('books'))).toEqual([passed]);
    expect(await outcomes(needing('books, ratings'))).toEqual([
      { state: 'left out', reason: 'needs rows', because: 'needs rows in ratings' },
    ]);
    expect(await outcomes(needing('boks'))).toMatchObject([{ state: 'error', error: { sqlState: '42P01', frame: { line: 1 } } }]);
  });
});

describe('on a database that others use', () => {
  test('what writes is left out, also where only the server knows', async () => {
    const text = `--! Check: writes\ninsert into ratings values (1) returning 1 as expected, 1 as found;
--! Check: writes unseen\nselect 1 as expected, add_rating() as found;
--! Check: unlocks itself\nset transaction read write;\nselect 1 as expected, 1 as found;
--! Check: reads\nselect 2 as expected, count(*) as found from books;`;
    const adding = "create function add_rating() returns int language sql as 'insert into ratings values (1) returning 1'";
    expect(await outcomes(text, LIVE, ({ client }) => client.query(adding))).toMatchObject([
      { state: 'left out', reason: 'writes' },
      { state: 'left out', reason: 'writes' },
      { state: 'error', error: { sqlState: '25001' } },
      passed,
    ]);
  });

  onRealServer(test)('it waits for no lock', async () => {
    const text =
      '--! Check: locked\nselect 2 as expected, count(*) as found from books;\n--! Check: free\nselect 1 as expected, 1 as found;';
    await withDatabase(async ({ client, connect }) => {
      await client.query(BOOKS);
      const holder = await connect();
      await holder.query('begin; lock table books');
      const results = await runChecks({ checks: await checksOf(text), client, connect, settings: LIVE });
      expect(results.map(({ outcome }) => outcome)).toEqual([
        { state: 'left out', reason: 'locked', because: 'somebody holds a lock that it needs' },
        passed,
      ]);
    });
  });

  onRealServer(test)('a statement that takes too long is told', async () => {
    const text = '--! Check: slow\nselect 1 as expected, pg_sleep(60) as found;\n--! Check: quick\nselect 1 as expected, 1 as found;';
    expect(await outcomes(text, { ...LIVE, statementTimeoutMs: 50 })).toMatchObject([
      { state: 'error', error: { sqlState: '57014', help: expect.stringContaining('it took longer than 0.05 s') } },
      passed,
    ]);
  });

  onRealServer(test)('a deadlock is told, and nobody is to blame', async () => {
    await withDatabase(async ({ client, connect }) => {
      await client.query(BOOKS);
      const [other, watcher] = [await connect(), await connect()];
      await watcher.query('select pg_advisory_lock(1)');
      await other.query("set deadlock_timeout = '1h'; begin; lock table ratings");
      await client.query("set deadlock_timeout = '10ms'");
      const text =
        '--! Check: one\nlock table books;\nselect pg_advisory_xact_lock(1);\nlock table ratings;\nselect 1 as expected, 1 as found';
      const running = runChecks({ checks: await checksOf(text), client, connect, settings: SETTINGS });
      await untilWaiting(watcher, 'advisory');
      const waiting = other.query('lock table books');
      await untilWaiting(watcher, 'relation');
      await watcher.query('select pg_advisory_unlock(1)');
      expect((await running).map(({ outcome }) => outcome)).toMatchObject([{ state: 'left out', reason: 'deadlock' }]);
      await waiting;
    });
  });
});

/** Resolves when somebody in the database waits for such a lock. */
async function untilWaiting(client: Client, kind: 'advisory' | 'relation'): Promise<void> {
  const waiting = `select from pg_locks where locktype = $1 and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  while ((await client.query(waiting, [kind])).rowCount === 0);
}

describe('in the middle', () => {
  onRealServer(test)('a connection is lost', async () => {
    await withDatabase(async ({ client, connect }) => {
      const text = '--! Check: one\nselect 1 as expected, 1 as found;\n--! Check: two\nselect pg_terminate_backend(pg_backend_pid())';
      const own = await connect();
      await expect(runChecks({ checks: await checksOf(text), client: own, connect, settings: SETTINGS })).rejects.toMatchObject({
        code: 'GW571',
        details: ['in the check shelf/books: two', '1 of 2 checks were made before it'],
      });
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });

  onRealServer(test)('Ctrl-C cancels the statement', async () => {
    await withDatabase(async ({ client, connect }) => {
      const holder = await connect();
      await holder.query('select pg_advisory_lock(1)');
      const interruption = new AbortController();
      const checks = await checksOf('--! Check: one\nselect pg_advisory_xact_lock(1)');
      const running = runChecks({ checks, client, connect, settings: SETTINGS, signal: interruption.signal });
      await untilWaiting(holder, 'advisory');
      interruption.abort(new Error('Ctrl-C'));
      await expect(running).rejects.toThrow('Ctrl-C');
      expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    });
  });
});
