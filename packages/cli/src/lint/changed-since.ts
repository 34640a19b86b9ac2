import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { SinceWithoutGit } from './errors.ts';

const run = promisify(execFile);

/**
 * The files of the history that are not in a branch or commit as they are here, by absolute path.
 *
 * @throws SinceWithoutGit, UnknownRef, GitFailed
 */
export async function changedSince({ environment }: CommandContext, folder: string, ref: string): Promise<ReadonlySet<string>> {
  const { openRepository } = await loadAuthoring();
  const repository = await openRepository(folder, environment);
  if (repository !== null) return new Set(await repository.changedSince(ref));
  const installed = await run('git', ['--version'], { env: { ...environment } }).then(
    () => true,
    () => false,
  );
  throw new SinceWithoutGit({ ref, folder, installed });
}
