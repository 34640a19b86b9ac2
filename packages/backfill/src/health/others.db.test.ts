import { serverVersion } from '@godwit/postgres';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { withBackfill } from '../testing/backfill-folder.ts';
import { createRates, RATES } from '../testing/rates.ts';
import { runToEnd } from '../testing/start.ts';
import { probe } from './probe.ts';
import type { SignalReading } from './signal.ts';
import { timeCommits } from './time-commits.ts';

const ROWS = 3_000;

/** Runs in small batches; what was read of others, look by look, and before how many batches. */
async function lookAtOthers(database: TestDatabase, settings: string) {
  return await withBackfill(
    { ...RATES, 'index.mjs': `{ about: 'dimensions', table: 'rate', settings: { ${settings} } }` },
    async (backfill) => {
      await createRates(database.client, ROWS);
      const { state, events } = await runToEnd(database, backfill, { workers: 1 });
      const looks = events.flatMap((event, at): { readonly reading: SignalReading | undefined; readonly batches: number }[] =>
        event.kind === 'health'
          ? [
              {
                reading: event.health.readings.find(({ name }) => name === 'wait of others'),
                batches: events.slice(0, at).filter(({ kind }) => kind === 'batch').length,
              },
            ]
          : [],
      );
      return { state, looks };
    },
  );
}

/** Somebody else who writes as long as the work takes. */
async function beside<T>(database: TestDatabase, work: () => Promise<T>): Promise<T> {
  const application = await database.connect({ applicationName: 'the-app' });
  await application.query('create table orders (n int)');
  const over = new AbortController();
  const writing = (async () => {
    while (!over.signal.aborted) await application.query('insert into orders values (1); select pg_sleep(0.01)');
  })();
  try {
    return await work();
  } finally {
    over.abort();
    await writing;
  }
}

onRealServer(test)(
  'beside an application, how fast it is without the run is seen before the first batch, and a worker begins with a tenth of its time',
  () =>
    withDatabase((database) =>
      beside(database, async () => {
        const { state, looks } = await lookAtOthers(database, 'firstRows: 100, maxRows: 100');
        expect(state).toBe('done');
        expect(looks[0]).toMatchObject({ batches: 0, reading: { value: null, stop: 5 } });
        // On a busy machine one look is not enough, and holds it for one more.
        expect([0.9, 1]).toContain(looks[0]?.reading?.level);
      }),
    ),
);

onRealServer(test)('where nobody else is at work, or nobody minds, nothing is held back', () =>
  withDatabase(async (database) => {
    const alone = await lookAtOthers(database, 'firstRows: 100');
    expect([alone.state, ...alone.looks.map(({ reading }) => reading)]).toEqual(['done', ...alone.looks.map(() => undefined)]);
    await database.client.query('drop table rate');
    await beside(database, async () => {
      const { looks } = await lookAtOthers(database, 'firstRows: 100, othersWait: 0');
      expect(looks.map(({ reading }) => reading)).toEqual(looks.map(() => undefined));
    });
  }),
);

onRealServer(test)('a role that may not make such commits goes on without knowing', () =>
  withDatabase(async (database) => {
    const { client } = database;
    // From PostgreSQL 17 on it takes one argument more.
    const flush = serverVersion(client) >= 170_000 ? ', boolean' : '';
    const role = `makes_no_messages_${database.settings.database}`;
    await client.query(
      `revoke execute on function pg_logical_emit_message(boolean, text, text${flush}) from public; create role ${role}; set role ${role}`,
    );
    try {
      expect(await timeCommits(client, { pids: [], signal: new AbortController().signal, ms: 10 })).toBeNull();
    } finally {
      await client.query(`reset role; drop role ${role}`);
    }
  }),
);

onRealServer(test)('a role that may not see what others do takes whoever is connected for busy', () =>
  withDatabase(async ({ client, connect, settings }) => {
    await connect({ applicationName: 'the-app' });
    const role = `sees_nothing_${settings.database}`;
    await client.query(`create table rate (id int primary key); create role ${role}; grant select on rate to ${role}; set role ${role}`);
    try {
      const look = () => probe(client, { table: 'rate', pids: [], custom: [], before: null, now: 0 });
      expect((await look()).others).toBeGreaterThan(0);
    } finally {
      await client.query(`reset role; drop owned by ${role}; drop role ${role}`);
    }
  }),
);
