import { resolve } from 'node:path';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { timeProcess } from '../tools/timed-process.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../../..');

/** What verifying the five systems may take on the machine that it is measured on. */
const LIMIT_MS = 20_000;

/** The five systems of this repository: every check at head over the seeds, every revision up, down and up again, the whole history too. */
export const verify: Bench = {
  name: 'verify',
  about: 'the five systems: all their checks, every revision up, down and up again',
  run: ({ server, ...context }) => server.withDatabase((database) => measure(context, database)),
};

async function measure(context: Omit<BenchContext, 'server'>, { url, shadowUrl }: BenchDatabase) {
  const environment = { DATABASE_URL: url, SHADOW_DATABASE_URL: shadowUrl };
  const godwit = (words: readonly string[], expects: RegExp) => () =>
    timeProcess({ command: process.execPath, arguments: [context.godwit, ...words], directory: REPOSITORY, environment, expects });
  context.onProgress('migrating a database');
  await godwit(['upgrade'], /\(head\)/)();
  return [
    await compare({
      about: 'a process from start to exit; the limit is a figure, not a process',
      unit: 'ms',
      subject: { name: 'godwit verify', sample: godwit(['verify'], /the whole history: \d+ revisions down to base and up again/) },
      others: [
        { name: `limit: ${LIMIT_MS} ms`, sample: async () => LIMIT_MS, target: atMost(1) },
        // Without the writing checks, the cycles and a database of its own.
        { name: 'godwit verify --database', sample: godwit(['verify', '--database', url], /checks? passed/) },
      ],
      rounds: context.rounds(3),
      // The first one builds the database that the others copy.
      warmups: 1,
      onProgress: context.onProgress,
    }),
  ];
}
