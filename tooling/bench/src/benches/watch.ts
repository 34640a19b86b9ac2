import { join } from 'node:path';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { type Project, writeProject } from '../project/write-project.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { CONTENDERS } from '../tools/contenders.ts';
import { type RunningWatch, startWatch } from '../tools/running-watch.ts';
import { timeProcess } from '../tools/timed-process.ts';

const REVISIONS = 300;
const FEW = 10;

/** What a save may take on the machine that it is measured on. */
const LIMIT_MS = 40;

/** From the save of `current.sql` to the moment when another session sees what it says. */
export const watch: Bench = {
  name: 'watch',
  about: `a save of current.sql on top of ${REVISIONS} revisions`,
  run: ({ server, ...context }) =>
    server.withDatabase((many) =>
      server.withDatabase((few) => server.withDatabase((graphiles) => measure(context, { many, few, graphiles }))),
    ),
};

interface Databases {
  readonly many: BenchDatabase;
  readonly few: BenchDatabase;
  readonly graphiles: BenchDatabase;
}

/** What the saves say; graphile-migrate runs a text over what it has done before, so that its text has to allow for that. */
const TEXT = (save: number) => `create table watched (c${save} int);\nnotify saved, '${save}';\n`;
const IDEMPOTENT = (save: number) => `drop table if exists watched;\n${TEXT(save)}`;

async function measure(context: Omit<BenchContext, 'server'>, { many, few, graphiles }: Databases) {
  const [ours, short, theirs] = [
    await writeProject(join(context.folder, 'many'), REVISIONS),
    await writeProject(join(context.folder, 'few'), FEW),
    await writeProject(join(context.folder, 'graphile'), REVISIONS),
  ];
  context.onProgress('migrating the three databases');
  const godwit = [context.godwit];
  const upgrade = (project: Project, database: BenchDatabase) =>
    timeProcess({
      command: process.execPath,
      arguments: [...godwit, 'upgrade'],
      directory: project.folder,
      environment: { DATABASE_URL: database.url },
      expects: /^/,
    });
  await upgrade(ours, many);
  await upgrade(short, few);
  await upgrade(theirs, graphiles);
  const start = (project: Project, database: BenchDatabase, words: readonly string[], ready: RegExp, textOf: (save: number) => string) =>
    startWatch({
      command: process.execPath,
      arguments: words,
      directory: project.folder,
      database,
      file: join(project.folder, 'migrations', 'current.sql'),
      ready,
      textOf,
    });
  const running: RunningWatch[] = [];
  const add = async (watching: Promise<RunningWatch>): Promise<RunningWatch['save']> => {
    running.push(await watching);
    return (await watching).save;
  };
  try {
    const subject = await add(start(ours, many, [...godwit, 'watch'], /is blank/, TEXT));
    const atFew = await add(start(short, few, [...godwit, 'watch'], /is blank/, TEXT));
    const graphile = await add(start(theirs, graphiles, [CONTENDERS.graphileMigrate(), 'watch'], /unchanged|Finished/, IDEMPOTENT));
    return [
      await compare({
        about: 'from the save to the commit, each watch running all the time; the limit is a figure',
        unit: 'ms',
        subject: { name: `godwit watch, ${REVISIONS}`, sample: subject },
        others: [
          { name: 'graphile-migrate watch', sample: graphile, target: atMost(0.2) },
          { name: `godwit watch, ${FEW} revisions`, sample: atFew, target: atMost(1.2) },
          { name: `limit: ${LIMIT_MS} ms`, sample: async () => LIMIT_MS, target: atMost(1) },
        ],
        rounds: context.rounds(21),
        warmups: 2,
        onProgress: context.onProgress,
      }),
    ];
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
}
