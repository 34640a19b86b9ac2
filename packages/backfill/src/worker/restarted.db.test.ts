import { withClient } from '@godwit/postgres';
import { expect, test } from 'vitest';
import { verifyBackfill } from '../finish/verify-backfill.ts';
import { readWalkedTable } from '../key/walked-table.ts';
import { withBackfill } from '../testing/backfill-folder.ts';
import { serverPrograms, withOwnServer } from '../testing/own-server.ts';
import { createRates, RATES } from '../testing/rates.ts';
import { runToEnd } from '../testing/start.ts';

const ROWS = 8_000;

const RESTARTS = 3;

const programs = serverPrograms();

const why = programs === null ? ' (skipped: no initdb and pg_ctl here, of whose server the test could be the only user)' : '';

test.skipIf(programs === null).each(['fast', 'immediate'] as const)(
  `a run goes on by itself when its server is restarted, %s, and does each row once${why}`,
  (mode) =>
    withOwnServer(programs ?? '', (server) =>
      withBackfill(
        { ...RATES, 'index.mjs': "{ about: 'dimensions', table: 'rate', settings: { firstRows: 50, maxRows: 50 } }" },
        async (backfill) => {
          await withClient(server.settings, (client) => createRates(client, ROWS));
          let [batches, restarts] = [0, 0];
          let restarting = Promise.resolve();
          const { state, events } = await runToEnd(server, backfill, {
            workers: 3,
            observer: ({ kind }) => {
              if (kind !== 'batch' || ++batches % 30 !== 0 || restarts === RESTARTS) return;
              restarts++;
              restarting = restarting.then(() => server.restart(mode));
            },
          });
          await restarting;
          expect([state, restarts]).toEqual(['done', RESTARTS]);
          expect(events.filter(({ kind }) => kind === 'disconnected').length).toBeGreaterThanOrEqual(RESTARTS);
          await withClient(server.settings, async (client) => {
            expect((await client.query('select hits, count(*)::int as rows from rate group by hits')).rows).toEqual([
              { hits: 1, rows: ROWS },
            ]);
            const table = await readWalkedTable(client, { backfill: 'rates', table: 'rate', key: null });
            const signal = new AbortController().signal;
            const verification = await verifyBackfill({ client, backfill, table, runId: null, signal, observer: () => undefined });
            expect(verification).toMatchObject({ rows: ROWS, wrongRows: 0, remaining: [] });
          });
        },
      ),
    ),
  120_000,
);
