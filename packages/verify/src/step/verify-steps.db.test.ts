import { execute, type Step, stepUp } from '@godwit/migrator';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../run/check-result.ts';
import type { CheckSettings } from '../run/check-session.ts';
import { historyOf } from '../testing/a-history.ts';
import { checksOf } from '../testing/checks-of.ts';
import { touchedSystems } from './touched-systems.ts';
import { verifySteps } from './verify-steps.ts';

const history = historyOf(
  ['Create books', 'create schema shelf; create table shelf.books (id int primary key); insert into shelf.books values (1);'],
  ['Create verses', 'create schema verse; create table verse.lines (id int primary key);'],
  ['Index books', '--! no-transaction\ncreate index concurrently ix_books on shelf.books (id);'],
  ['Add title', "alter table shelf.books add title text; alter type public.mood add value 'glad';"],
);

const SETTINGS: CheckSettings = { placeholders: {}, searchPath: 'public', writes: true, lockTimeoutMs: null, statementTimeoutMs: null };
const actor = { osUser: 'tester', host: 'here', godwitVersion: '0.0.0-test' };

/** Applies the history with the checks of a text after each revision; what was verified and where the database stands. */
async function upgrade(text: string, { settings = SETTINGS, signal }: { settings?: CheckSettings; signal?: AbortSignal } = {}) {
  return await withDatabase(async (database) => {
    const { client, connect } = database;
    await client.query("create type mood as enum ('sad'); create sequence numbers");
    const verified: (readonly [string, readonly CheckResult['outcome']['state'][]])[] = [];
    const afterBody = verifySteps({
      history,
      checks: await checksOf(text, history),
      touched: await touchedSystems(history.revisions, { systems: ['shelf', 'verse'], placeholders: {} }),
      connect,
      settings,
      signal,
      onVerified: ({ name }: Step, results) => verified.push([name.slice(0, 6), results.map(({ outcome }) => outcome.state)]),
    });
    const failure: unknown = await execute({
      plan: {
        direction: 'up',
        from: null,
        to: null,
        steps: history.revisions.map(stepUp),
        refreshes: [],
        unfinished: null,
        databaseAhead: 0,
      },
      client,
      connect,
      settings: { placeholders: {}, pgSettings: {}, actor },
      afterBody,
      ...(signal === undefined ? {} : { signal }),
    }).then(
      () => null,
      (error: unknown) => error,
    );
    return { verified, failure, applied: await appliedIn(database), books: await booksIn(database) };
  });
}

async function appliedIn({ client }: TestDatabase): Promise<number> {
  return (await client.query('select count(*)::int as n from graphile_migrate.migrations')).rows[0].n;
}

async function booksIn({ client }: TestDatabase): Promise<number | null> {
  const { rows } = await client.query("select to_regclass('shelf.books') is not null as there");
  return rows[0].there ? (await client.query('select count(*)::int as n from shelf.books')).rows[0].n : null;
}

describe('after each revision', () => {
  test('the checks of what it touches are made, and leave nothing', async () => {
    const text = `--! Check: a book is once there
--! Raises: 23505
insert into shelf.books values (2);
insert into shelf.books values (1);
--! Check: it has a title
--! From: 4
select 1 as expected, count(*) as found from information_schema.columns where table_schema = 'shelf' and column_name = 'title';`;
    expect(await upgrade(text)).toEqual({
      verified: [
        ['000001', ['passed']],
        ['000003', ['passed']],
        ['000004', ['passed', 'passed']],
      ],
      failure: null,
      applied: 4,
      books: 1,
    });
  });

  test('one that fails takes its revision back, and ends the run', async () => {
    const text = '--! Check: two books\n--! From: 1\n--! Until: 2\nselect 2 as expected, count(*) as found from shelf.books;';
    expect(await upgrade(text)).toMatchObject({
      failure: {
        code: 'GW570',
        revision: '000001-create-books',
        done: 0,
        stays: false,
        details: ['shelf/books: two books', '  expected 2', '  found    1'],
        frame: { line: 1 },
        help: expect.stringContaining('Nothing of it was applied'),
      },
      applied: 0,
      books: null,
    });
  });

  test('one that the server refuses does so too', async () => {
    const text = '--! Check: stars\nselect 1 as expected, stars as found from shelf.books;';
    expect(await upgrade(text)).toMatchObject({
      failure: { code: 'GW570', details: ['shelf/books: stars', '  column "stars" does not exist'] },
      applied: 0,
    });
  });

  test('a revision outside a transaction stays, and is said so', async () => {
    const text =
      '--! Check: no index\n--! From: 3\nselect 0 as expected, count(*) as found from pg_indexes where indexname = $$ix_books$$;';
    expect(await upgrade(text)).toMatchObject({
      failure: { revision: '000003-index-books', done: 3, stays: true, help: expect.stringContaining('godwit downgrade -1') },
      applied: 3,
    });
  });

  test('where nothing is to be written, what writes is left out, also where only the server knows', async () => {
    const text = `--! Check: writes
insert into shelf.books values (2) returning 1 as expected, 1 as found;
--! Check: writes unseen
select 1 as expected, nextval('numbers') as found;`;
    expect((await upgrade(text, { settings: { ...SETTINGS, writes: false } })).verified[0]).toEqual(['000001', ['left out', 'left out']]);
  });

  test('a value of an enum that is not committed yet is nobody to blame', async () => {
    const text = "--! Check: glad\n--! From: 4\nselect 'glad' as expected, 'glad'::public.mood as found;";
    expect((await upgrade(text)).verified).toEqual([['000004', ['left out']]]);
  });

  onRealServer(test)('Ctrl-C takes the revision back', async () => {
    const interruption = new AbortController();
    const text = '--! Check: endless\nselect 1 as expected, pg_sleep(3600) as found;';
    const running = upgrade(text, { signal: interruption.signal });
    await withDatabase(async ({ client }) => {
      const asleep = "select 1 from pg_stat_activity where query like 'select 1 as expected, pg_sleep(3600)%' and wait_event = 'PgSleep'";
      while ((await client.query(asleep)).rows.length === 0);
    });
    interruption.abort(new Error('Ctrl-C'));
    expect(await running).toMatchObject({ failure: { code: 'GW224' }, applied: 0, books: null });
  });
});

test('what a revision touches', async () => {
  const line = historyOf(
    ['One', 'create schema shelf; create extension if not exists pg_trgm; create table shelf.books (id int);'],
    ['Two', 'create index ix_books on shelf.books (id); create table verse.lines (id int);'],
    ['Three', 'drop index ix_books;'],
    ['Four', 'create table books (id int);'],
    ['Five', 'do $$ begin end $$;'],
    ['Six', 'insert into verse.lines select id from shelf.books;'],
  );
  const touched = await touchedSystems(line.revisions, { systems: ['shelf', 'verse'], placeholders: {} });
  expect(line.revisions.map(({ hash }) => touched.get(hash))).toEqual([
    { named: ['shelf'], anything: false },
    { named: ['shelf', 'verse'], anything: false },
    expect.anything(),
    { named: [], anything: true },
    { named: [], anything: true },
    { named: ['verse'], anything: false },
  ]);
});
