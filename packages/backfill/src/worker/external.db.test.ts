import { ensureLedger } from '@godwit/migrator';
import { withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { readWalkedTable } from '../key/walked-table.ts';
import { retryDeadRows } from '../run/retry-dead.ts';
import { type BackfillFiles, withBackfill } from '../testing/backfill-folder.ts';
import { runToEnd } from '../testing/start.ts';

/** A service that shouts, and refuses texts of more than 20 characters. `globalThis.onCall` is told of each call. */
const SHOUTS: BackfillFiles = {
  'index.mjs': `{
  mode: 'external', about: 'each text is shouted', table: 'text', settings: { externalRows: 10, deadRows: 2 },
  map: async (rows) => {
    await globalThis.onCall?.(rows);
    const index = rows.findIndex(({ words }) => words.length > 20);
    if (index >= 0) throw Object.assign(new Error('the text is too long'), { index, code: 'GW440' });
    return rows.map(({ id, words, seen }) => ({ id, seen, loud: words.toUpperCase() }));
  },
}`,
  'read.sql': '/* @name Read */\nselect id, words, md5(words) as seen from text where id between :from and :to and loud is null;\n',
  'work.sql': `/* @name Work */
update text set loud = given.loud, writes = writes + 1
from json_to_recordset(:rows) as given (id int, seen text, loud text)
where text.id = given.id and md5(text.words) = given.seen;
`,
  'remaining.sql': '/* @name Remaining */\nselect id from text where loud is null limit :n;\n',
  'verify.sql':
    '/* @name Verify */\nselect id, upper(words) as expected, loud as actual from text where id between :from and :to and loud is distinct from upper(words);\n',
};

const create = (rows: number) =>
  `create table text (id int primary key, words text not null, loud text, writes int not null default 0);
   insert into text (id, words) select n, 'text ' || n from generate_series(1, ${rows}) as n`;

/** For the time of a test: what happens while the service is at work. */
async function duringCalls<T>(onCall: (rows: readonly { readonly id: number }[]) => Promise<void>, run: () => Promise<T>): Promise<T> {
  Reflect.set(globalThis, 'onCall', onCall);
  return await run().finally(() => Reflect.deleteProperty(globalThis, 'onCall'));
}

test('each text is given to the service once, outside of a transaction', () =>
  withDatabase((database) =>
    withBackfill(SHOUTS, async (backfill) => {
      const { client } = database;
      await client.query(create(95));
      const seen: number[] = [];
      const inTransaction: unknown[] = [];
      const { state } = await duringCalls(
        async (rows) => {
          seen.push(...rows.map(({ id }) => id));
          const { rows: open } = await client.query(
            "select pid from pg_stat_activity where datname = current_database() and state = 'idle in transaction' and query ilike '%from text%'",
          );
          inTransaction.push(...open);
        },
        () => runToEnd(database, backfill),
      );
      expect(state).toBe('done');
      expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 95 }, (_, index) => index + 1));
      expect(inTransaction).toEqual([]);
      expect((await client.query('select writes, count(*)::int as rows from text group by writes')).rows).toEqual([
        { writes: 1, rows: 95 },
      ]);
    }),
  ));

test('a text that is edited while the service works on it is done again', () =>
  withDatabase((database) =>
    withBackfill(SHOUTS, async (backfill) => {
      const { client } = database;
      await client.query(create(30));
      let edited = false;
      const { state, events } = await duringCalls(
        async (rows) => {
          if (edited || !rows.some(({ id }) => id === 7)) return;
          edited = true;
          await client.query("update text set words = 'another text' where id = 7");
        },
        () => runToEnd(database, backfill, { workers: 1 }),
      );
      expect(state).toBe('done');
      expect(events).toContainEqual({ kind: 'swept', keys: 1 });
      expect((await client.query('select loud, writes from text where id = 7')).rows).toEqual([{ loud: 'ANOTHER TEXT', writes: 1 }]);
    }),
  ));

test('a text that the service refuses is dead, and the others of its batch are done', () =>
  withDatabase((database) =>
    withBackfill(SHOUTS, async (backfill) => {
      const { client } = database;
      await client.query(create(30));
      await client.query("update text set words = repeat('long ', 9) where id in (4, 5)");
      const { state } = await runToEnd(database, backfill);
      expect(state).toBe('done');
      expect((await client.query('select key, sqlstate, message from godwit.dead_row order by key')).rows).toEqual([
        { key: ['4'], sqlstate: 'GW440', message: 'the text is too long' },
        { key: ['5'], sqlstate: 'GW440', message: 'the text is too long' },
      ]);
      expect((await client.query('select count(*)::int as rows from text where loud is not null')).rows).toEqual([{ rows: 28 }]);
    }),
  ));

test('a text that the service still refuses stays dead when it is tried again; one that was shortened is done', () =>
  withDatabase((database) =>
    withBackfill(SHOUTS, async (backfill) => {
      const { client } = database;
      await client.query(create(30));
      await client.query("update text set words = repeat('long ', 9) where id in (4, 5)");
      const { run } = await runToEnd(database, backfill);
      await client.query("update text set words = 'short' where id = 5");
      const table = await readWalkedTable(client, { backfill: 'rates', table: 'text', key: null });
      const { signal } = new AbortController();
      const retried = await retryDeadRows({ client, backfill, table, runId: run.id, signal });
      expect(retried.alive.map(({ key }) => key)).toEqual([['5']]);
      expect(retried.dead).toMatchObject([{ key: ['4'], sqlState: 'GW440', message: 'the text is too long' }]);
      expect((await client.query('select loud from text where id = 5')).rows).toEqual([{ loud: 'SHORT' }]);
    }),
  ));

test('in the mode rows, too, a row that map refuses is dead and the others are done', () =>
  withDatabase((database) =>
    withBackfill({ ...SHOUTS, 'index.mjs': SHOUTS['index.mjs']?.replace("'external'", "'rows'") ?? '' }, async (backfill) => {
      const { client } = database;
      await client.query(create(30));
      await client.query("update text set words = repeat('long ', 9) where id = 17");
      expect((await runToEnd(database, backfill)).state).toBe('done');
      expect((await client.query('select key, sqlstate from godwit.dead_row')).rows).toEqual([{ key: ['17'], sqlstate: 'GW440' }]);
      expect((await client.query('select count(*)::int as rows from text where writes = 1')).rows).toEqual([{ rows: 29 }]);
    }),
  ));

test('an answer that is about no text pauses the run with its words, and the batch can be claimed at once', () =>
  withDatabase((database) =>
    withBackfill(SHOUTS, async (backfill) => {
      const { client } = database;
      await client.query(create(30));
      await ensureLedger(client);
      const failed = await duringCalls(
        () => Promise.reject(Object.assign(new Error('the key is refused'), { code: 'GW432' })),
        () => runToEnd(database, backfill),
      );
      expect(failed.state).toBe('paused');
      expect(failed.run.reason).toBe('the key is refused (GW432)');
      await client.query("select godwit.backfill_resume('rates')");
      expect((await runToEnd(database, backfill)).state).toBe('done');
    }),
  ));

test('a service that answers nothing for a text pauses the run instead of being asked for ever', () =>
  withDatabase((database) =>
    withBackfill(
      { ...SHOUTS, 'index.mjs': "{ mode: 'external', about: 'nothing', table: 'text', map: async () => [] }" },
      async (backfill) => {
        await database.client.query(create(3));
        const { state, run } = await runToEnd(database, backfill);
        expect(state).toBe('paused');
        expect(run.reason).toBe('work.sql leaves keys as they are that remaining.sql calls wrong: 1; 2; 3');
      },
    ),
  ));
