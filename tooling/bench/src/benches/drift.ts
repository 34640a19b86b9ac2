import { join } from 'node:path';
import { parseDatabaseUrl, withClient } from '@godwit/postgres';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { writeProject } from '../project/write-project.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { timeProcess } from '../tools/timed-process.ts';

/** A table each. */
const TABLES = 1_000;

/** What comparing them may take on the machine that it is measured on. */
const LIMIT_MS = 5_000;

/** A large schema against its revisions: as it should be, and with something changed by hand. */
export const drift: Bench = {
  name: 'drift',
  about: `a schema of ${TABLES} tables against what its revisions make`,
  run: (context) => context.server.withDatabase((database) => measure(context, database)),
};

async function measure(context: BenchContext, { url, shadowUrl }: BenchDatabase) {
  const { folder } = await writeProject(join(context.folder, 'project'), TABLES);
  const environment = { DATABASE_URL: url, SHADOW_DATABASE_URL: shadowUrl };
  const godwit = (words: readonly string[], expects: RegExp, exits = 0) =>
    timeProcess({ command: process.execPath, arguments: [context.godwit, ...words], directory: folder, environment, expects, exits });
  context.onProgress(`applying ${TABLES} revisions, and building the shadow that is kept`);
  await godwit(['upgrade'], /head/);
  await godwit(['drift'], /no drift/);
  const shared = {
    about: 'a process from start to exit; the shadow of the revisions is there from the time before; the limit is a figure, not a process',
    unit: 'ms',
    others: [{ name: `limit: ${LIMIT_MS} ms`, sample: async () => LIMIT_MS, target: atMost(1) }],
    rounds: context.rounds(5),
    warmups: 1,
    onProgress: context.onProgress,
  } as const;
  const untouched = await compare({ ...shared, subject: { name: 'godwit drift', sample: () => godwit(['drift'], /no drift/) } });
  await withClient(parseDatabaseUrl(url, 'flag'), (client) => client.query('drop index ix_item_000500_name'));
  const drifted = await compare({
    ...shared,
    subject: {
      name: 'godwit drift, with the SQL for an index that is missing',
      sample: () => godwit(['drift'], /create index concurrently/, 2),
    },
  });
  return [untouched, drifted];
}
