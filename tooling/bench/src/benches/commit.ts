import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { writeProject } from '../project/write-project.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { CONTENDERS } from '../tools/contenders.ts';
import { timeProcess } from '../tools/timed-process.ts';

const REVISIONS = 38;

/** What the commit of one table may take on the machine that it is measured on. */
const LIMIT_MS = 5000;

/** One table: linted, formatted, proved on a shadow database, written and applied. graphile-migrate applies and writes it. */
export const commit: Bench = {
  name: 'commit',
  about: `one new table on top of ${REVISIONS} revisions`,
  run: ({ server, ...context }) =>
    server.withDatabase((ours) =>
      server.withDatabase((graphiles) => server.withDatabase((shadow) => measure(context, { ours, graphiles, shadow }))),
    ),
};

interface Databases {
  readonly ours: BenchDatabase;
  readonly graphiles: BenchDatabase;
  /** graphile-migrate's, which it empties itself. */
  readonly shadow: BenchDatabase;
}

async function measure(context: Omit<BenchContext, 'server'>, { ours, graphiles, shadow }: Databases) {
  const own = await project(context, 'ours', ours, ours.shadowUrl);
  const other = await project(context, 'graphile', graphiles, shadow.url);
  context.onProgress('migrating the two databases');
  await own.call([context.godwit, 'upgrade'], /^/);
  await other.call([CONTENDERS.graphileMigrate(), 'migrate'], /^/);
  return [
    await compare({
      about: 'a process from start to exit; the limit is a figure, not a process',
      unit: 'ms',
      subject: { name: 'godwit commit', sample: () => own.commit([context.godwit, 'commit', '-m', 'Add the next table']) },
      others: [
        { name: `limit: ${LIMIT_MS} ms`, sample: async () => LIMIT_MS, target: atMost(1) },
        {
          name: 'graphile-migrate commit',
          sample: () => other.commit([CONTENDERS.graphileMigrate(), 'commit', '-m', 'Add the next table']),
        },
      ],
      rounds: context.rounds(7),
      warmups: 1,
      onProgress: context.onProgress,
    }),
  ];
}

/** A folder and its database, and what is run there. */
async function project(context: Omit<BenchContext, 'server'>, name: string, { url }: BenchDatabase, shadowUrl: string) {
  const { folder } = await writeProject(join(context.folder, name), REVISIONS, { reverts: true });
  const environment = { DATABASE_URL: url, SHADOW_DATABASE_URL: shadowUrl, ROOT_DATABASE_URL: maintenanceUrl(url) };
  const call = (words: readonly string[], expects: RegExp) =>
    timeProcess({ command: process.execPath, arguments: words, directory: folder, environment, expects });
  let tables = 0;
  return {
    call,
    commit: async (words: readonly string[]): Promise<number> => {
      tables += 1;
      await writeFile(
        join(folder, 'migrations', 'current.sql'),
        `create table public.added_${tables} (id bigint primary key, name text not null);\n`,
      );
      return call(words, /^/);
    },
  };
}

/** graphile-migrate makes its shadow database anew from another one than either. */
function maintenanceUrl(url: string): string {
  const other = new URL(url);
  other.pathname = '/postgres';
  return other.href;
}
