import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { RATINGS_SCHEMA, ratingsSql, writeBackfill } from '../project/write-backfill.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { pgbenchP95 } from '../tools/pgbench.ts';

const ROWS = 4_000_000;

/** The application: a rating is looked at and changed. */
const APPLICATION = `\\set id random(1, ${ROWS})
select stars from rating where id = :id;
update rating set stars = 1 + stars % 5 where id = :id;
`;

const SECONDS = 30;

/** What an application feels of a run at its default settings. */
export const beside: Bench = {
  name: 'beside',
  about: `an application beside a backfill of ${ROWS / 1e6} million rows`,
  run: (context) => context.server.withDatabase((database) => measure(context, database)),
};

async function measure(context: BenchContext, database: BenchDatabase) {
  const { onProgress, rounds } = context;
  const folder = join(context.folder, 'project');
  await writeBackfill(folder);
  const script = join(context.folder, 'application.sql');
  await writeFile(script, APPLICATION);
  const client = await database.connect();
  try {
    onProgress(`writing ${ROWS} ratings`);
    await client.query(`${RATINGS_SCHEMA}; ${ratingsSql(ROWS)}`);
    await client.query('vacuum analyze rating');
    const logs = join(context.folder, 'logs');
    await mkdir(logs);
    const application = async () => {
      const into = await mkdtemp(join(logs, 'run-'));
      return pgbenchP95({ url: database.url, folder: into, script, seconds: SECONDS, clients: 4 });
    };
    const prepare = async () => {
      await client.query('truncate dimensions');
      await client.query('checkpoint');
    };
    return [
      await compare({
        about: `the 95th percentile of an application's latency, four clients, ${SECONDS} s`,
        unit: 'ms',
        subject: {
          name: 'beside godwit backfill run',
          sample: async () => {
            await prepare();
            const latency = application();
            // It is there already when the run begins.
            await setTimeout(1_000);
            const run = await startRun(context, folder, database.url);
            const ms = await latency;
            await run.stop();
            return ms;
          },
        },
        others: [
          {
            name: 'alone',
            sample: async () => {
              await prepare();
              return application();
            },
            target: atMost(1.3),
          },
        ],
        rounds: rounds(3),
        warmups: 1,
        onProgress,
      }),
    ];
  } finally {
    await client.end();
  }
}

/** A run that has begun; `stop` fails when it ended before it was told to, since then it was not there all the time. */
async function startRun({ godwit }: BenchContext, directory: string, url: string) {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [godwit, 'backfill', 'run', 'dimensions', '--again', '--json'], {
    cwd: directory,
    env: { PATH, HOME, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  child.stdout.resume();
  return {
    stop: async () => {
      if (child.exitCode !== null) throw new Error(`the run was over too early, with exit code ${child.exitCode}`);
      child.kill('SIGINT');
      await ended;
    },
  };
}
