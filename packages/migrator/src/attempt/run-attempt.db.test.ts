import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { BodyRefused, LockBudgetExceeded, StepFailed } from '../execute/execution-errors.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { attempt, newAttempt } from '../testing/attempts.ts';
import { historyOf } from '../testing/history-of.ts';
import { upgrade } from '../testing/migrate.ts';
import type { NewAttempt } from './run-attempt.ts';
import { readAttempt, readAttemptBase, undoSql } from './stored-attempt.ts';

const HISTORY = historyOf([{ slug: 'books', body: 'create table books (id int primary key)' }]);

function withBooks(run: (database: TestDatabase) => Promise<void>): Promise<void> {
  return withDatabase(async (database) => {
    await upgrade(database, HISTORY);
    await run(database);
  });
}

/** What runs before the next: the way back that came with a text. */
function previous({ id, undo }: NewAttempt) {
  if (undo === null) throw new Error('it has no way back');
  return { id, undo: undoSql(undo) };
}

async function columnsOf({ client }: TestDatabase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = 'books'::regclass and attnum > 0 and not attisdropped order by attnum",
  );
  return rows.map(({ name }) => name);
}

test('a text is applied, another takes its place, and is taken back', () =>
  withBooks(async (database) => {
    const { client } = database;
    const first = newAttempt('alter table books add title text', 'alter table books drop title', { base: () => '{"a": 1}' });
    expect(await attempt(database, { next: first })).toBe('done');
    expect(await columnsOf(database)).toEqual(['id', 'title']);
    expect(await readLedger(client)).toMatchObject({
      current: 'alter table books add title text',
      attempt: { id: first.id, head: HISTORY.heads[0]?.hash, undoSource: 'revert.sql', complete: true, appliedBy: database.settings.user },
    });

    const second = newAttempt('alter table books add year int', 'alter table books drop year');
    expect(await attempt(database, { previous: previous(first), next: second })).toBe('done');
    expect(await columnsOf(database)).toEqual(['id', 'year']);
    expect(await readAttempt(client)).toEqual({ id: second.id, text: second.text.body, undo: second.undo });
    expect(JSON.parse((await readAttemptBase(client)) ?? ''), 'which was not given again').toEqual({ a: 1 });

    expect(await attempt(database, { previous: previous(second) })).toBe('done');
    expect(await columnsOf(database)).toEqual(['id']);
    expect(await readLedger(client)).toMatchObject({ current: null, attempt: null });
    expect((await client.query('select 1 from graphile_migrate.current')).rows).toEqual([]);
  }));

test('a text that fails leaves what was applied before', () =>
  withBooks(async (database) => {
    const first = newAttempt('alter table books add title text', 'alter table books drop title');
    await attempt(database, { next: first });
    const failure = attempt(database, { previous: previous(first), next: newAttempt('alter table bocks add year int', '') });
    await expect(failure).rejects.toMatchObject({
      constructor: StepFailed,
      revision: 'current.sql',
      message: 'current.sql: relation "bocks" does not exist',
      frame: { file: 'current.sql', line: 1, column: 1 },
    });
    expect(await columnsOf(database)).toEqual(['id', 'title']);
    expect(await readLedger(database.client)).toMatchObject({ current: first.text.body, attempt: { id: first.id } });
  }));

test('a way back that fails is told apart from the text', () =>
  withBooks(async (database) => {
    const first = newAttempt('alter table books add title text', 'alter table books drop titel');
    await attempt(database, { next: first });
    const failure = attempt(database, { previous: previous(first), next: newAttempt('select 1', '') });
    await expect(failure).rejects.toMatchObject({ constructor: StepFailed, revision: 'revert.sql', sqlState: '42703' });
    expect(await columnsOf(database)).toEqual(['id', 'title']);
  }));

test('rows that a deferred constraint has yet to check are no obstacle to the way back', () =>
  withBooks(async (database) => {
    const text =
      'create table ratings (book_id int references books deferrable initially deferred); insert into books values (1); insert into ratings values (1)';
    const undo = 'delete from ratings; delete from books; drop table ratings';
    const first = newAttempt(text, undo);
    await attempt(database, { next: first });
    const second = newAttempt(text, undo);
    expect(await attempt(database, { previous: previous(first), next: second })).toBe('done');
    expect((await database.client.query('select * from ratings')).rows).toEqual([{ book_id: 1 }]);
  }));

test('what a way back sets is not left for the text', () =>
  withBooks(async (database) => {
    const undo = "set search_path to nowhere; set work_mem to '1MB'; drop table public.a";
    const first = newAttempt('create table a ()', undo);
    await attempt(database, { next: first });
    const second = newAttempt("create table b as select current_setting('search_path') as path, current_setting('work_mem') as mem", '');
    await attempt(database, { previous: previous(first), next: second });
    const { rows } = await database.client.query('select path, mem from public.b');
    expect(rows).toEqual([{ path: 'public', mem: expect.not.stringMatching(/^1MB$/) }]);
  }));

test('nothing is done when the ledger or the text that is applied is not what was thought', () =>
  withBooks(async (database) => {
    const first = newAttempt('create table a ()', 'drop table a');
    expect(await attempt(database, { expectedHead: 'sha1:other', next: first })).toBe('moved');
    await attempt(database, { next: first });
    const second = newAttempt('create table b ()', 'drop table b');
    expect(await attempt(database, { next: second })).toBe('moved');
    expect(await attempt(database, { previous: { ...previous(first), id: second.id }, next: second })).toBe('moved');
    const { rows } = await database.client.query("select to_regclass('a')::text as a, to_regclass('b')::text as b");
    expect(rows).toEqual([{ a: 'a', b: null }]);
  }));

test('who looks in between sees the last revision, and afterwards the text; what they throw undoes all of it', () =>
  withBooks(async (database) => {
    const first = newAttempt('alter table books add title text', 'alter table books drop title');
    await attempt(database, { next: first });
    const seen: (readonly string[])[] = [];
    const look = async (): Promise<void> => void seen.push(await columnsOf(database));
    const second = newAttempt('alter table books add year int', 'alter table books drop year');
    await attempt(database, { previous: previous(first), next: second, inBetween: look, afterwards: look });
    expect(seen).toEqual([['id'], ['id', 'year']]);

    const stop = (): Promise<void> => Promise.reject(new Error('not this one'));
    const third = newAttempt('alter table books add isbn text', '');
    for (const hooks of [{ inBetween: stop }, { afterwards: stop }]) {
      await expect(attempt(database, { previous: previous(second), next: third, ...hooks })).rejects.toThrow('not this one');
      expect(await columnsOf(database)).toEqual(['id', 'year']);
    }
    expect(await readLedger(database.client)).toMatchObject({ attempt: { id: second.id } });
  }));

test('a text of its own transaction is refused before anything runs', () =>
  withBooks(async (database) => {
    const first = newAttempt('create table a ()', 'drop table a');
    await attempt(database, { next: first });
    const failure = attempt(database, { previous: previous(first), next: newAttempt('create table b (); commit', '') });
    await expect(failure).rejects.toThrow(BodyRefused);
    expect(await readLedger(database.client)).toMatchObject({ attempt: { id: first.id } });
  }));

test('placeholders are put into the text and into revert.sql, not into what was computed', () =>
  withBooks(async (database) => {
    const settings = { placeholders: { ':NAME': 'title' } };
    const first = newAttempt('alter table books add :NAME text', 'alter table books drop :NAME');
    await attempt(database, { next: first }, { settings });
    const computed = {
      source: 'difference',
      body: "do $$ begin perform ':NAME'::name; end $$; drop table a",
      transactional: true,
    } as const;
    const second = newAttempt("create table a as select ':NAME' as name", computed);
    await attempt(database, { previous: previous(first), next: second }, { settings });
    expect((await database.client.query('select name from a')).rows).toEqual([{ name: 'title' }]);
    expect(await attempt(database, { previous: previous(second) }, { settings })).toBe('done');
    expect(await columnsOf(database)).toEqual(['id']);
  }));

test("over graphile-migrate's text, which has no way back, only its own row is written", () =>
  withBooks(async (database) => {
    await database.client.query("insert into graphile_migrate.current (content) values ('select 1')");
    await attempt(database, { next: newAttempt('create table if not exists a ()', null, { recorded: false }) });
    expect(await readLedger(database.client)).toMatchObject({ current: 'create table if not exists a ()', attempt: null });
  }));

test('outside a transaction text and way back follow one another', () =>
  withBooks(async (database) => {
    const concurrently = (name: string) =>
      newAttempt(
        `--! no-transaction\ncreate index concurrently ${name} on books (id)`,
        `--! no-transaction\ndrop index concurrently ${name}`,
      );
    const [first, second] = [concurrently('one'), concurrently('two')];
    await attempt(database, { next: first });
    expect(await readLedger(database.client)).toMatchObject({ attempt: { id: first.id, complete: true } });
    await attempt(database, { previous: previous(first), next: second });
    const { rows } = await database.client.query(
      "select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indrelid = 'books'::regclass and not indisprimary",
    );
    expect(rows).toEqual([{ name: 'two', valid: true }]);
    expect(await readLedger(database.client)).toMatchObject({ attempt: { id: second.id, complete: true } });
  }));

test('a failure outside a transaction is remembered as incomplete', () =>
  withBooks(async (database) => {
    await database.client.query('alter table books add title text; insert into books values (1, $$a$$), (2, $$a$$)');
    const next = newAttempt('--! no-transaction\ncreate unique index concurrently one on books (title)', null);
    await expect(attempt(database, { next })).rejects.toMatchObject({ constructor: StepFailed, sqlState: '23505' });
    expect(await readLedger(database.client)).toMatchObject({ attempt: { id: next.id, complete: false, undoSource: null } });

    const undo = { source: 'difference', body: '--! no-transaction\nselect nothing', transactional: false } as const;
    const failure = attempt(database, { previous: { id: next.id, undo: undoSql(undo) } });
    await expect(failure).rejects.toThrow(StepFailed);
    expect(await readLedger(database.client)).toMatchObject({ attempt: { complete: false } });
  }));

onRealServer(test)('who holds a lock that it needs is named when patience is over', () =>
  withBooks(async (database) => {
    const other = await database.connect({ applicationName: 'a forgotten psql' });
    await other.query('begin; lock table books');
    const failure = attempt(
      database,
      { next: newAttempt('alter table books add title text', '') },
      { settings: { lockTimeoutMs: 300, patienceMs: 2_000 } },
    );
    await expect(failure).rejects.toMatchObject({ constructor: LockBudgetExceeded, blockers: [{ applicationName: 'a forgotten psql' }] });
    await other.query('rollback');
    expect(await readLedger(database.client)).toMatchObject({ attempt: null });
  }),
);
