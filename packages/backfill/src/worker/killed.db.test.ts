import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ensureLedger } from '@godwit/migrator';
import { onRealServer, type TestDatabase, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { withBackfill } from '../testing/backfill-folder.ts';
import { createRates, RATES } from '../testing/rates.ts';

const PROCESS = fileURLToPath(import.meta.resolve('../testing/worker-process.ts'));

const ROWS = 500_000;

const WORKERS = 4;

const KILLS = 25;

interface Worker {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<unknown>;
  /** Resolves at the next batch that it commits, or when it ends. */
  readonly nextBatch: () => Promise<unknown>;
}

function start({ url }: TestDatabase, root: string): Worker {
  const child = spawn(process.execPath, [PROCESS, url, root, 'rates', '1'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'exit');
  return { child, output: () => text, ended, nextBatch: () => Promise.race([once(child.stdout, 'data'), ended]) };
}

onRealServer(test)(
  `${WORKERS} workers, killed ${KILLS} times, do each of ${ROWS} rows once`,
  () =>
    withDatabase((database) =>
      withBackfill(
        {
          ...RATES,
          'index.mjs':
            "{ about: 'dimensions', table: 'rate', settings: { workers: 4, firstRows: 200, maxRows: 2000, batchMs: 30, idleTimeoutMs: 2000 } }",
        },
        async (_, root) => {
          await createRates(database.client, ROWS);
          // A hole: most keys of the middle are gone.
          await database.client.query('delete from rate where id between 100000 and 250000 and id % 10 <> 0');
          await ensureLedger(database.client);
          const workers = Array.from({ length: WORKERS }, () => start(database, root));
          let killed = 0;
          for (let kill = 0; kill < KILLS; kill++) {
            const index = kill % WORKERS;
            const worker = workers[index];
            if (worker === undefined) throw new Error('no worker');
            await worker.nextBatch();
            worker.child.kill('SIGKILL');
            await worker.ended;
            killed += worker.child.signalCode === 'SIGKILL' ? 1 : 0;
            workers[index] = start(database, root);
          }
          expect(killed, 'of them while there was work').toBe(KILLS);
          await Promise.all(workers.map(({ ended }) => ended));
          expect(workers.map(({ output }) => output().trim().split('\n').at(-1))).toEqual(Array(WORKERS).fill('done'));
          const { rows } = await database.client.query('select hits, count(*)::int as rows from rate group by hits');
          expect(rows).toEqual([{ hits: 1, rows: ROWS - 135_000 }]);
          const lanes = await database.client.query(
            'select sum(rows_changed)::int as changed, count(*) filter (where not done)::int as open from godwit.backfill_lane',
          );
          expect(lanes.rows).toEqual([{ changed: ROWS - 135_000, open: 0 }]);
        },
      ),
    ),
  600_000,
);
