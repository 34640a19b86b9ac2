import { ensureLedger } from '@godwit/migrator';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { describe, expect, test } from 'vitest';
import { withBackfill } from '../testing/backfill-folder.ts';
import { createRates, RATES } from '../testing/rates.ts';
import { queue, type ServingProcess, startServing } from '../testing/serving.ts';

/** Batches that somebody can come in between. */
const SLOW = {
  ...RATES,
  'index.mjs': "{ about: 'dimensions', table: 'rate', settings: { workers: 1, firstRows: 20, maxRows: 20 } }",
  'work.sql': `/* @name Work */
update rate set dims = array_fill(stars, array[7]), hits = hits + 1
where id between :from and :to and dims is null and (select pg_sleep(0.1)) is not null;
`,
};

const ROWS = 2_000;

async function withServing(
  count: number,
  run: (database: TestDatabase, servers: readonly ServingProcess[]) => Promise<void>,
): Promise<void> {
  await withDatabase((database) =>
    withBackfill(SLOW, async (_, root) => {
      await createRates(database.client, ROWS);
      await ensureLedger(database.client);
      const servers = Array.from({ length: count }, () => startServing(database, root));
      try {
        await Promise.all(servers.map(({ says }) => says('serving')));
        await run(database, servers);
      } finally {
        for (const { child } of servers) child.kill('SIGKILL');
        await Promise.all(servers.map(({ ended }) => ended));
      }
    }),
  );
}

/** The one that has the job, and the other. */
async function withJob([one, other]: readonly ServingProcess[]): Promise<readonly [ServingProcess, ServingProcess]> {
  if (one === undefined || other === undefined) throw new Error('there are not two');
  return await Promise.race([
    one.says('begun rates').then(() => [one, other] as const),
    other.says('begun rates').then(() => [other, one] as const),
  ]);
}

const HITS = 'select hits, count(*)::int as rows from rate group by hits';

const allOnce = [{ hits: 1, rows: ROWS }];

onRealServer(describe)('two processes that serve', () => {
  test(
    'share the queue: a job is done by one of them',
    () =>
      withServing(2, async (database, servers) => {
        expect(await queue(database, 'rates')).toMatchObject({ serving: 2 });
        const [busy, idle] = await withJob(servers);
        await busy.says('done rates');
        expect(idle.output()).not.toContain('begun');
        expect((await database.client.query(HITS)).rows).toEqual(allOnce);
      }),
    60_000,
  );

  test(
    'take over from each other after SIGKILL',
    () =>
      withServing(2, async (database, servers) => {
        await queue(database, 'rates');
        const [killed, other] = await withJob(servers);
        killed.child.kill('SIGKILL');
        await other.says('begun rates');
        await other.says('done rates');
        expect(killed.output()).not.toContain('done rates');
        expect((await database.client.query(HITS)).rows).toEqual(allOnce);
      }),
    60_000,
  );

  test(
    'hand over after SIGINT, and at once',
    () =>
      withServing(2, async (database, servers) => {
        await queue(database, 'rates');
        const [stopped, other] = await withJob(servers);
        stopped.child.kill('SIGINT');
        await other.says('begun rates');
        await stopped.says('over');
        await other.says('done rates');
        expect(stopped.output()).toContain('wentBack rates');
        other.child.kill('SIGINT');
        await other.says('over');
        const { rows } = await database.client.query(
          "select state::text, retry_count from pgboss.job where name = 'godwit/rates' order by created_on",
        );
        expect(rows).toEqual([
          { state: 'completed', retry_count: 0 },
          { state: 'completed', retry_count: 0 },
        ]);
        expect((await database.client.query(HITS)).rows).toEqual(allOnce);
      }),
    60_000,
  );
});
