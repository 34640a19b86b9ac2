import { join } from 'node:path';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { writeDbmateFolder } from '../project/write-dbmate-folder.ts';
import { writeProject } from '../project/write-project.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { CONTENDERS } from '../tools/contenders.ts';
import { type TimedProcess, timeProcess } from '../tools/timed-process.ts';

const REVISIONS = 10;

/** What a command costs before it does anything: a whole process that finds the database at head. */
export const start: Bench = {
  name: 'start',
  about: `a command with nothing to do, on a database at revision ${REVISIONS} of ${REVISIONS}`,
  run: ({ server, ...context }) =>
    server.withDatabase((ours) =>
      server.withDatabase((dbmates) => server.withDatabase((graphiles) => measure(context, { ours, dbmates, graphiles }))),
    ),
};

interface Databases {
  readonly ours: BenchDatabase;
  readonly dbmates: BenchDatabase;
  readonly graphiles: BenchDatabase;
}

async function measure(context: Omit<BenchContext, 'server'>, databases: Databases) {
  const { folder: directory } = await writeProject(join(context.folder, 'project'), REVISIONS);
  await writeDbmateFolder(join(directory, 'dbmate'), REVISIONS);
  const call = (command: string, words: readonly string[], database: BenchDatabase) => ({
    command,
    arguments: words,
    directory,
    environment: { DATABASE_URL: database.url, SHADOW_DATABASE_URL: database.shadowUrl },
  });
  const godwit = (...words: string[]) => call(process.execPath, [context.godwit, ...words], databases.ours);
  const dbmate = (...words: string[]) =>
    call(process.execPath, [CONTENDERS.dbmateScript(), '-d', 'dbmate', '--no-dump-schema', ...words], databases.dbmates);
  const binary = (...words: string[]) => call(CONTENDERS.dbmateBinary(), ['-d', 'dbmate', ...words], databases.dbmates);
  const graphileMigrate = (...words: string[]) => call(process.execPath, [CONTENDERS.graphileMigrate(), ...words], databases.graphiles);

  context.onProgress('migrating the three databases');
  for (const migrate of [godwit('upgrade'), dbmate('up'), graphileMigrate('migrate')]) await timeProcess({ ...migrate, expects: /^/ });

  const status = /Applied: 10\nPending: 0/;
  return [
    await compare({
      about: 'a process from start to exit, all on the same server',
      unit: 'ms',
      subject: contender('godwit current', { ...godwit('current'), expects: /^000010\S*$/m }),
      others: [
        { ...contender('dbmate status', { ...dbmate('status'), expects: status }), target: atMost(1.6) },
        contender('dbmate status (binary)', { ...binary('status'), expects: status }),
        contender('graphile-migrate status', { ...graphileMigrate('status'), expects: /^Up to date/ }),
      ],
      rounds: context.rounds(21),
      warmups: 2,
      onProgress: context.onProgress,
    }),
  ];
}

function contender(name: string, process: TimedProcess) {
  return { name, sample: () => timeProcess(process) };
}
