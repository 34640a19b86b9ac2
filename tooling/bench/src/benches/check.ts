import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Bench, BenchContext } from '../bench-definition.ts';
import { compare } from '../measure/compare.ts';
import { atMost } from '../measure/target.ts';
import { writeProject } from '../project/write-project.ts';
import type { BenchDatabase } from '../server/native-server.ts';
import { timeProcess } from '../tools/timed-process.ts';

const REVISIONS = 300;

/** What checking them may take on the machine that it is measured on. */
const LIMIT_MS = 30_000;

/** All that a pull request is asked for: every revision of a long history goes up, down and up again. */
export const check: Bench = {
  name: 'check',
  about: `${REVISIONS} revisions: chain, lint, every one proved, the schema as written`,
  run: (context) => context.server.withDatabase((database) => measure(context, database)),
};

async function measure({ server, ...context }: BenchContext, { url, shadowUrl }: BenchDatabase) {
  const { folder } = await writeProject(join(context.folder, 'project'), REVISIONS, { reverts: true });
  const environment = { DATABASE_URL: url, SHADOW_DATABASE_URL: shadowUrl };
  const godwit = (words: readonly string[], expects: RegExp) =>
    timeProcess({ command: process.execPath, arguments: [context.godwit, ...words], directory: folder, environment, expects });
  await inRepository(folder);
  context.onProgress('writing the evidence of every revision');
  await godwit(['check', '--since', 'HEAD', '--write'], /^/);
  return [
    await compare({
      about: 'a process from start to exit; the limit is a figure, not a process',
      unit: 'ms',
      subject: {
        name: 'godwit check',
        sample: () => godwit(['check', '--since', 'HEAD'], new RegExp(`${REVISIONS} revisions up, down and up again`)),
      },
      others: [
        { name: `limit: ${LIMIT_MS} ms`, sample: async () => LIMIT_MS, target: atMost(1) },
        // What it takes to apply them once, to an empty database.
        { name: 'godwit upgrade', sample: () => server.withDatabase(({ url: empty }) => godwit(['upgrade', '--database', empty], /^/)) },
      ],
      rounds: context.rounds(3),
      warmups: 0,
      onProgress: context.onProgress,
    }),
  ];
}

const run = promisify(execFile);

/** `check` compares with where the branch began. */
async function inRepository(folder: string): Promise<void> {
  const git = (...words: readonly string[]) =>
    run('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...words], { cwd: folder });
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '-m', 'Start');
}
