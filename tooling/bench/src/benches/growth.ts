import { join } from 'node:path';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { RATINGS_SCHEMA, ratingsSql, writeBackfill } from '../project/write-backfill.ts';
import { type MeasuredProcess, measureProcess } from '../tools/measured-process.ts';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];

/** What the engine may take of the memory of its machine, whatever the size of the table. */
const LIMIT_MB = 200;

/** How time and memory grow with the table. */
export const growth: Bench = {
  name: 'growth',
  about: 'a backfill of ten thousand to ten million rows',
  run: measure,
};

async function measure(context: BenchContext) {
  const folder = join(context.folder, 'project');
  await writeBackfill(folder);
  const taken = new Map<number, MeasuredProcess[]>();
  const largest = SIZES.at(-1) ?? 0;
  const runOf = async (rows: number) => {
    const measured = await runOver(context, folder, rows);
    taken.set(rows, [...(taken.get(rows) ?? []), measured]);
    return measured.ms / (rows / 1_000_000);
  };
  const time = await compare({
    about: 'milliseconds of the whole process for a million rows, one worker',
    unit: 'ms',
    subject: { name: `${largest} rows`, sample: () => runOf(largest) },
    others: SIZES.slice(0, -1).map((rows) => ({ name: `${rows} rows`, sample: () => runOf(rows) })),
    rounds: context.rounds(1),
    warmups: 0,
    onProgress: context.onProgress,
  });
  // Each sample is one that was taken just now.
  const memoryOf = (rows: number) => async () => taken.get(rows)?.shift()?.peakMb ?? Number.NaN;
  const memory = await compare({
    about: 'resident memory of the process at its highest; the limit is a figure',
    unit: 'MB',
    subject: { name: `${largest} rows`, sample: memoryOf(largest) },
    others: [
      { name: `limit: ${LIMIT_MB} MB`, sample: async () => LIMIT_MB, target: atMost(1) },
      ...SIZES.slice(0, -1).map((rows) => ({ name: `${rows} rows`, sample: memoryOf(rows) })),
    ],
    rounds: context.rounds(1),
    warmups: 0,
    onProgress: context.onProgress,
  });
  return [time, memory];
}

function runOver({ server, godwit, onProgress }: BenchContext, directory: string, rows: number): Promise<MeasuredProcess> {
  return server.withDatabase(async ({ url, connect }) => {
    const client = await connect();
    try {
      onProgress(`writing ${rows} ratings`);
      await client.query(`${RATINGS_SCHEMA}; ${ratingsSql(rows)}`);
      await client.query('vacuum analyze rating');
      await client.query('checkpoint');
      const words = [godwit, 'backfill', 'run', 'dimensions', '--workers', '1'];
      return await measureProcess({
        command: process.execPath,
        arguments: words,
        directory,
        environment: { DATABASE_URL: url },
        expects: /done/,
      });
    } finally {
      await client.end();
    }
  });
}
