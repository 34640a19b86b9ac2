import { join } from 'node:path';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atLeast } from '../measure/target.ts';
import { LAST_RUN_MS, ONE_STATEMENT, RATINGS_SCHEMA, rangeStatement, ratingsSql, writeBackfill } from '../project/write-backfill.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { timeProcess } from '../tools/timed-process.ts';

const ROWS = 2_000_000;

/** What batches cost beside one statement that does everything, and holds everybody up meanwhile. */
export const backfill: Bench = {
  name: 'backfill',
  about: `${ROWS / 1e6} million star ratings to seven dimensions`,
  run: (context) => context.server.withDatabase((database) => measure(context, database)),
};

async function measure(context: BenchContext, database: BenchDatabase) {
  const { onProgress, godwit, rounds } = context;
  const folder = join(context.folder, 'project');
  await writeBackfill(folder);
  const client = await database.connect();
  try {
    onProgress(`writing ${ROWS} ratings`);
    await client.query(`${RATINGS_SCHEMA}; ${ratingsSql(ROWS)}`);
    await client.query('vacuum analyze rating');
    /** Fills the empty table and gives rows a second; fails when a row is missing. */
    const rate = async (fill: () => Promise<number>) => {
      await client.query('truncate dimensions');
      await client.query('checkpoint');
      const ms = await fill();
      const { rows } = await client.query('select count(*)::int as rows from dimensions');
      if (rows[0]?.rows !== ROWS) throw new Error(`${rows[0]?.rows} rows of ${ROWS}`);
      return ROWS / (ms / 1000);
    };
    const run = (workers: number) =>
      timeProcess({
        command: process.execPath,
        arguments: [godwit, 'backfill', 'run', 'dimensions', '--again', '--workers', String(workers)],
        directory: folder,
        environment: { DATABASE_URL: database.url },
        expects: /done just now/,
      });
    /** From the beginning of the run to its last batch. */
    const batches = async (workers: number) => {
      await run(workers);
      const { rows } = await client.query(LAST_RUN_MS);
      return Number(rows[0]?.ms);
    };
    const wholeProcess = (workers: number) => ({ name: 'its whole process', sample: () => rate(() => run(workers)) });
    const backfillWith = (workers: number) => ({
      name: `godwit, ${workers} worker${workers === 1 ? '' : 's'}`,
      sample: () => rate(() => batches(workers)),
    });
    const statement = {
      name: 'one insert … select',
      sample: () =>
        rate(async () => {
          const started = performance.now();
          await client.query(ONE_STATEMENT);
          return performance.now() - started;
        }),
    };
    /** What the server has to give two at once, without an engine. */
    const twoSessions = {
      name: 'two such, half each',
      sample: () =>
        rate(async () => {
          const second = await database.connect();
          try {
            const started = performance.now();
            await Promise.all([client.query(rangeStatement(1, ROWS / 2)), second.query(rangeStatement(ROWS / 2 + 1, ROWS))]);
            return performance.now() - started;
          } finally {
            await second.end();
          }
        }),
    };
    const about =
      'rows a second from the first batch to the last; the process looks for what remains as well, in one query over both tables';
    const common = { about, unit: 'rows/s', rounds: rounds(3), warmups: 1, onProgress } as const;
    return [
      await compare({ ...common, subject: backfillWith(1), others: [{ ...statement, target: atLeast(0.85) }, wholeProcess(1)] }),
      await compare({
        ...common,
        subject: backfillWith(2),
        others: [{ ...statement, target: atLeast(1.2) }, twoSessions, wholeProcess(2)],
      }),
    ];
  } finally {
    await client.end();
  }
}
