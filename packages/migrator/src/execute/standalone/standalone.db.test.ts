import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import type { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { readLedger } from '../../ledger/read-ledger.ts';
import { eventSignal } from '../../testing/event-signal.ts';
import { type Draft, historyOf } from '../../testing/history-of.ts';
import { actor, downgrade, upgrade } from '../../testing/migrate.ts';
import { untilRow } from '../../testing/until.ts';
import { withRole } from '../../testing/with-role.ts';
import { ConnectionLost, Interrupted, LockBudgetExceeded, StepFailed, StepUnfinished } from '../execution-errors.ts';
import type { ExecutionEvent } from '../execution-event.ts';
import { repairUnfinished } from './repair-unfinished.ts';

const index: Draft = {
  slug: 'index',
  body: '--! no-transaction\n-- for the list of titles\ncreate index concurrently books_title on books (title);',
  revert: '--! no-transaction\ndrop index concurrently books_title',
};
const books: Draft = {
  slug: 'books',
  body: "create table books (title text); insert into books values ('a'), ('b')",
  revert: 'drop table books',
};
const history = historyOf([books, index]);

const state = async ({ client }: TestDatabase) => ({
  indexes: (
    await client.query("select indexrelid::regclass::text as name, indisvalid as valid from pg_index where indrelid = 'books'::regclass")
  ).rows,
  journal: (await client.query('select name from godwit.journal')).rows,
  head: (await readLedger(client)).applied.at(-1)?.details?.name,
});

const done = { indexes: [{ name: 'books_title', valid: true }], journal: [], head: '000002-index' };
const before = { indexes: [], journal: [], head: '000001-books' };

/** Its statement's own session: the backend that builds the index. */
const builder =
  "select pid from pg_stat_activity where query like '--! no-transaction%' and state = 'active' and datname = current_database()";

test('an index is built and dropped outside a transaction', () =>
  withDatabase(async (database) => {
    await upgrade(database, history);
    expect(await state(database)).toEqual(done);
    await downgrade(database, history, '-1');
    expect(await state(database)).toEqual(before);
    const { rows } = await database.client.query(
      'select action, revision_name, outcome, duration_ms > 0 as timed from godwit.event order by id',
    );
    expect(rows.slice(1)).toEqual(['up', 'down'].map((action) => ({ action, revision_name: '000002-index', outcome: 'ok', timed: true })));
  }));

test('what fails leaves no INVALID index', () =>
  withDatabase(async (database) => {
    const unique = { slug: 'unique', body: '--! no-transaction\ncreate unique index concurrently on books (title)' };
    const twice = { ...books, body: "create table books (title text); insert into books values ('a'), ('a')" };
    const failure = await upgrade(database, historyOf([twice, unique])).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StepFailed);
    expect(failure).toMatchObject({ sqlState: '23505', frame: { line: 5 }, help: expect.stringContaining('Nothing of it was applied') });
    expect(await state(database)).toEqual(before);
  }));

test('what fails under a role of pgSettings, in a schema of its search path, leaves nothing either', () =>
  withDatabase(async (database) => {
    const { client } = database;
    const unique = { slug: 'unique', body: '--! no-transaction\ncreate unique index concurrently on lent (title)' };
    await withRole(database, async ({ name }) => {
      await client.query(
        `create schema library authorization "${name}"; create table library.lent (title text); alter table library.lent owner to "${name}"; insert into library.lent values ('a'), ('a')`,
      );
      const settings = { pgSettings: { role: name, search_path: 'library' } };
      await expect(upgrade(database, historyOf([unique]), 'head', { settings })).rejects.toMatchObject({
        sqlState: '23505',
        help: expect.stringContaining('Nothing of it was applied'),
      });
      const { rows } = await client.query(
        "select indisvalid from pg_index where indrelid = 'library.lent'::regclass union all select null from godwit.journal",
      );
      expect(rows).toEqual([]);
    });
  }));

test('an INVALID index that another tool left under the name is built anew, also with IF NOT EXISTS', () =>
  withDatabase(async (database) => {
    const { client } = database;
    await upgrade(database, historyOf([{ ...books, body: "create table books (title text); insert into books values ('a'), ('a')" }]));
    await expect(client.query('create unique index concurrently books_title on books (title)')).rejects.toThrow(
      'could not create unique index',
    );
    const careful = { ...index, body: '--! no-transaction\ncreate index concurrently if not exists books_title on books (title)' };
    const { observer, seen } = eventSignal('repaired');
    const twice = historyOf([{ ...books, body: "create table books (title text); insert into books values ('a'), ('a')" }, careful]);
    await upgrade(database, twice, 'head', { observer });
    expect(await seen).toMatchObject({ actions: ['drop index concurrently if exists "public"."books_title"'] });
    expect(await state(database)).toEqual(done);
  }));

onRealServer(describe)('while others are at work', () => {
  test('tells how far it is and who is in its way, waits longer than lock_timeout, and goes on', () =>
    withDatabase(async (database) => {
      await upgrade(database, history, '1');
      const writer = await writing(database);
      const { observer, seen } = eventSignal('progress');
      const run = upgrade(database, history, 'head', { observer, settings: { lockTimeoutMs: 10 } });
      expect(await seen).toMatchObject({ phase: 'waiting for writers before build', blockers: [{ applicationName: 'the-app' }] });
      await writer.query('commit');
      await run;
      expect(await state(database)).toEqual(done);
    }));

  test('patience over: what can be removed is, and the error names who was in the way', () =>
    withDatabase(async (database) => {
      await upgrade(database, history, '1');
      const reader = await database.connect({ applicationName: 'the-app' });
      await reader.query('begin isolation level repeatable read; select 1');
      const failure = await upgrade(database, history, 'head', { settings: { patienceMs: 200 } }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(LockBudgetExceeded);
      expect(failure).toMatchObject({
        blockers: [{ applicationName: 'the-app' }],
        help: expect.stringContaining('Nothing of it was applied'),
      });
      expect(await state(database)).toEqual(before);
    }));

  test('what cannot be removed yet is removed by the next run', () =>
    withDatabase(async (database) => {
      await upgrade(database, history, '1');
      const writer = await writing(database);
      const settings = { patienceMs: 200, lockTimeoutMs: 100 };
      const failure = await upgrade(database, history, 'head', { settings }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'GW222', help: expect.stringContaining('the next run does that first') });
      expect(await state(database)).toMatchObject({ indexes: [{ valid: false }], journal: [{ name: '000002-index' }] });
      await writer.query('commit');
      await upgrade(database, history);
      expect(await state(database)).toEqual(done);
    }));

  test('Ctrl-C cancels the build and leaves nothing', () =>
    withDatabase(async (database) => {
      await upgrade(database, history, '1');
      const reader = await database.connect();
      await reader.query('begin isolation level repeatable read; select 1');
      const abort = new AbortController();
      const run = upgrade(database, history, 'head', { signal: abort.signal }).catch((error: unknown) => error);
      await untilRow(database.client, `${builder} and wait_event_type = 'Lock'`);
      abort.abort();
      expect(await run).toBeInstanceOf(Interrupted);
      expect(await state(database)).toEqual(before);
      const { rows } = await database.client.query('select outcome from godwit.event order by id desc limit 1');
      expect(rows).toEqual([{ outcome: 'interrupted' }]);
    }));

  test('a session that is still at it is waited for, also by a plan with nothing to do', () =>
    withDatabase(async (database) => {
      await upgrade(database, history, '1');
      const writer = await writing(database);
      const first = upgrade(database, history, 'head', { settings: { advisoryLock: false } });
      await untilRow(database.client, builder);
      const { observer, seen } = eventSignal('waiting');
      const second = upgrade(database, history, '1', { observer, settings: { advisoryLock: false } });
      expect(await seen).toMatchObject({ for: 'another step', holders: [{ query: expect.stringContaining('books_title') }] });
      await writer.query('commit');
      expect((await first).applied).toHaveLength(1);
      await second;
      expect(await state(database)).toEqual(done);
    }));
});

onRealServer(describe)('after a crash', () => {
  test('in the middle of an index: the INVALID one is dropped, and it is built again', () =>
    withDatabase(async (database) => {
      const { client } = database;
      await upgrade(database, history, '1');
      const writer = await writing(database);
      const run = upgrade(database, history).catch((error: unknown) => error);
      const { pid } = await untilRow(client, `${builder} and wait_event_type = 'Lock'`);
      await client.query('select pg_terminate_backend($1)', [pid]);
      expect(await run).toBeInstanceOf(ConnectionLost);
      expect(await state(database)).toMatchObject({ indexes: [{ valid: false }], journal: [{ name: '000002-index' }] });
      await writer.query('commit');
      const { observer, seen } = eventSignal('repaired');
      await upgrade(database, history, 'head', { observer });
      expect(await seen).toMatchObject({
        name: '000002-index',
        outcome: 'repeat',
        actions: ['drop index concurrently if exists "public"."books_title"'],
      });
      expect(await state(database)).toEqual(done);
    }));

  test('between an index and the ledger: the index is not built a second time', () =>
    withDatabase(async (database) => {
      const { client } = database;
      await upgrade(database, history, '1');
      await crashed(database, { direction: 'up' });
      await client.query('create index books_title on books (title)');
      const { oid } = await untilRow(client, "select 'books_title'::regclass::oid as oid");
      const events: ExecutionEvent['kind'][] = [];
      await upgrade(database, history, 'head', { observer: ({ kind }) => events.push(kind) });
      expect(events).toEqual(['repaired', 'alreadyApplied']);
      expect(await untilRow(client, "select 'books_title'::regclass::oid as oid")).toEqual({ oid });
      expect(await state(database)).toEqual(done);
      const [, applied] = (await readLedger(client)).applied;
      expect(applied?.details?.revert).toMatchObject({ body: `${index.revert}\n` });
    }));

  describe('in an index whose name is left to the server', () => {
    const body = `--! no-transaction\ncreate unique index Concurrently /* on "books" */ on "public" . books using btree (lower(title), title desc) where title <> ' on books'`;
    const unnamed = historyOf([books, { slug: 'unnamed', body }]);
    const own = "(lower(title), title desc) where title <> ' on books'";
    const invalid = (name: string) => `update pg_index set indisvalid = false where indexrelid = '${name}'::regclass`;

    /** What stands after the next run, when it finds what `found` makes. */
    async function repaired(database: TestDatabase, found: string, indexes: readonly unknown[] = []): Promise<unknown> {
      await crashed(database, { direction: 'up', of: unnamed, indexes });
      await database.client.query(found);
      await upgrade(database, unnamed);
      const { indexes: stand, head } = await state(database);
      expect(head).toBe('000002-unnamed');
      return stand.map(({ name, valid }) => (valid ? name : `${name} INVALID`)).toSorted();
    }

    test.each([
      [
        'its own is dropped and built again',
        `create unique index on books ${own}; ${invalid('books_lower_title_idx')}`,
        ['books_lower_title_idx'],
      ],
      [
        'another kind of index is left alone',
        `create index on books ${own}; ${invalid('books_lower_title_idx')}`,
        ['books_lower_title_idx INVALID', 'books_lower_title_idx1'],
      ],
      [
        'another condition is left alone',
        `create unique index on books ${own} and title <> ''`,
        ['books_lower_title_idx', 'books_lower_title_idx1'],
      ],
      [
        'the same under a name of its own is left alone',
        `create unique index mine on books ${own}; ${invalid('mine')}`,
        ['books_lower_title_idx', 'mine INVALID'],
      ],
    ])('%s', (_, found, expected) =>
      withDatabase(async (database) => {
        await upgrade(database, unnamed, '1');
        expect(await repaired(database, found)).toEqual(expected);
      }),
    );

    test('one that was there before is not its own, and its own has a number then', () =>
      withDatabase(async (database) => {
        await upgrade(database, unnamed, '1');
        await database.client.query(`create unique index on books ${own}`);
        const { rows } = await database.client.query(
          "select indexrelid::text as oid, 'public' as schema, 'books_lower_title_idx' as name, true as valid from pg_index where indrelid = 'books'::regclass",
        );
        const found = `create unique index on books ${own}; ${invalid('books_lower_title_idx1')}`;
        expect(await repaired(database, found, rows)).toEqual(['books_lower_title_idx', 'books_lower_title_idx1']);
      }));

    test('of two that could be its own a person must say which', () =>
      withDatabase(async (database) => {
        await upgrade(database, unnamed, '1');
        const found = `create unique index on books ${own}; create unique index on books ${own}; ${invalid('books_lower_title_idx')}`;
        await expect(repaired(database, found)).rejects.toThrow(StepUnfinished);
        expect((await state(database)).indexes).toHaveLength(2);
      }));

    test('without the right to a temporary table nothing is guessed', () =>
      withDatabase(async (database) => {
        const { client, settings } = database;
        await upgrade(database, unnamed, '1');
        await withRole(database, async ({ name }) => {
          await client.query(
            `revoke temporary on database "${settings.database}" from public; grant all on schema public to "${name}"; alter table books owner to "${name}"`,
          );
          await crashed(database, { direction: 'up', of: unnamed });
          await client.query(`create unique index on books ${own}`);
          await expect(upgrade(database, unnamed, 'head', { settings: { pgSettings: { role: name } } })).rejects.toThrow(StepUnfinished);
        });
      }));
  });

  test('before a drop, or after it', () =>
    withDatabase(async (database) => {
      const { client } = database;
      await upgrade(database, history);
      await crashed(database, { direction: 'down' });
      await downgrade(database, history, '1');
      expect(await state(database)).toEqual(before);
      await upgrade(database, history);
      await crashed(database, { direction: 'down' });
      await client.query('drop index books_title');
      await downgrade(database, history, '1');
      expect(await state(database)).toEqual(before);
    }));

  test('an upgrade with nothing to do finds that a downgrade had come to its end', () =>
    withDatabase(async (database) => {
      await upgrade(database, history);
      await crashed(database, { direction: 'down' });
      await database.client.query('drop index books_title');
      await upgrade(database, history);
      expect(await state(database)).toEqual(done);
    }));

  test('in REINDEX: what it left is dropped, what others left is not', () =>
    withDatabase(async (database) => {
      const { client } = database;
      const reindex = { slug: 'reindex', body: '--! no-transaction\nreindex table concurrently books' };
      const both = historyOf([books, index, reindex]);
      await upgrade(database, both, '2');
      await client.query(
        'create index foreign_ccnew on books (title); update pg_index set indisvalid = false where indexrelid = $$foreign_ccnew$$::regclass',
      );
      const others = (
        await client.query(
          "select indexrelid::text as oid, 'public' as schema, 'foreign_ccnew' as name, false as valid from pg_index where indexrelid = 'foreign_ccnew'::regclass",
        )
      ).rows;
      await crashed(database, { direction: 'up', of: both, indexes: others });
      await client.query(
        'create index books_title_ccnew on books (title); update pg_index set indisvalid = false where indexrelid = $$books_title_ccnew$$::regclass',
      );
      await upgrade(database, both);
      const { rows } = await client.query(
        "select indexrelid::regclass::text as name from pg_index where indrelid = 'books'::regclass order by 1",
      );
      expect(rows).toEqual([{ name: 'books_title' }, { name: 'foreign_ccnew' }]);
    }));

  test('in DETACH PARTITION: it is finalized', () =>
    withDatabase(async (database) => {
      const { client } = database;
      const parts = {
        slug: 'parts',
        body: 'create table p (a int) partition by list (a); create table p1 partition of p for values in (1)',
      };
      const detach = { slug: 'detach', body: '--! no-transaction\nalter table p detach partition p1 concurrently' };
      const both = historyOf([parts, detach]);
      await upgrade(database, both, '1');
      const reader = await database.connect();
      await reader.query('begin; select from p');
      const run = upgrade(database, both).catch((error: unknown) => error);
      const { pid } = await untilRow(
        client,
        "select pid from pg_stat_activity where query ilike '%detach partition%' and wait_event_type = 'Lock' and pid <> pg_backend_pid()",
      );
      await client.query('select pg_terminate_backend($1)', [pid]);
      expect(await run).toBeInstanceOf(ConnectionLost);
      expect((await client.query('select inhdetachpending from pg_inherits')).rows).toEqual([{ inhdetachpending: true }]);
      await reader.query('commit');
      await upgrade(database, both);
      expect((await client.query('select from pg_inherits')).rows).toEqual([]);
      expect((await readLedger(client)).applied).toHaveLength(2);
    }));

  test.each(['refresh materialized view m', 'vacuum books', 'analyze books'])('in %s: it is repeated', (sql) =>
    withDatabase(async (database) => {
      const with_ = { ...books, body: 'create table books (); create materialized view m as select from books' };
      const both = historyOf([with_, { slug: 'again', body: `--! no-transaction\n${sql}` }]);
      await upgrade(database, both, '1');
      await crashed(database, { direction: 'up', of: both });
      await upgrade(database, both);
      expect(await state(database)).toMatchObject({ journal: [], head: '000002-again' });
    }),
  );

  describe('in anything else', () => {
    const kinds = { slug: 'kinds', body: "create type kind as enum ('a')" };
    const both = historyOf([kinds, { slug: 'value', body: "--! no-transaction\nalter type kind add value 'b'" }]);
    const repair = ({ client, connect }: TestDatabase, verdict: 'applied' | 'not applied' | null) =>
      repairUnfinished({ client, connect: () => connect(), settings: { placeholders: {}, pgSettings: {}, actor }, verdict });

    test('it stops with both choices, and takes either', () =>
      withDatabase(async (database) => {
        const { client } = database;
        await upgrade(database, both, '1');
        await crashed(database, { direction: 'up', of: both });
        const failure = await upgrade(database, both).catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(StepUnfinished);
        expect(failure).toMatchObject({
          code: 'GW230',
          exitCode: 3,
          help: expect.stringMatching(/repair --applied[\s\S]*repair --not-applied/),
        });
        await expect(repair(database, null)).rejects.toThrow(StepUnfinished);
        expect(await repair(database, 'not applied')).toEqual({ name: '000002-value', direction: 'up', outcome: 'repeat', actions: [] });
        expect((await readLedger(client)).applied).toHaveLength(1);
        await upgrade(database, both);
        expect((await client.query('select enum_range(null::kind)::text as values')).rows).toEqual([{ values: '{a,b}' }]);
        expect(await repair(database, null)).toBeNull();
      }));

    test('said to be applied, it is entered in the ledger', () =>
      withDatabase(async (database) => {
        await upgrade(database, both, '1');
        await crashed(database, { direction: 'up', of: both });
        await database.client.query("alter type kind add value 'b'");
        expect(await repair(database, 'applied')).toMatchObject({ outcome: 'done' });
        expect((await upgrade(database, both)).applied).toEqual([]);
        const { rows } = await database.client.query(
          "select action, outcome, detail->>'verdict' as verdict from godwit.event where action = 'repair'",
        );
        expect(rows).toEqual([{ action: 'repair', outcome: 'ok', verdict: 'done' }]);
      }));
  });
});

async function writing(database: TestDatabase): Promise<Client> {
  const writer = await database.connect({ applicationName: 'the-app' });
  await writer.query("begin; insert into books values ('c')");
  return writer;
}

interface Crash {
  readonly direction: 'up' | 'down';
  readonly of?: ReturnType<typeof historyOf>;
  readonly indexes?: readonly unknown[];
}

/** What a run leaves that died in its last revision: its row, of a backend that is gone. */
async function crashed({ client, connect }: TestDatabase, { direction, of = history, indexes = [] }: Crash): Promise<void> {
  const revision = of.revisions.at(-1);
  if (revision === undefined) throw new Error('no revision');
  const { hash, number, name, ledgerName, message, revert, previousHash, body } = revision;
  const stored =
    revert?.kind === 'sql' ? { kind: revert.kind, hash: revert.hash, body: revert.body, transactional: revert.transactional } : revert;
  const detail = { record: { hash, number, name, ledgerName, message, revert: stored }, indexes };
  const dead = await connect();
  await dead.query(
    `insert into godwit.journal (hash, previous_hash, name, direction, statement, backend_start, detail)
     select $1, $2, $3, $4, $5, backend_start, $6 from pg_stat_activity where pid = pg_backend_pid()`,
    [
      hash,
      previousHash,
      name,
      direction,
      direction === 'up' ? body : (stored?.kind === 'sql' && stored.body) || '',
      JSON.stringify(detail),
    ],
  );
  const { pid } = await untilRow(dead, 'select pg_backend_pid() as pid');
  await dead.end();
  await untilRow(client, 'select where not exists (select from pg_stat_activity where pid = $1)', [pid]);
}
