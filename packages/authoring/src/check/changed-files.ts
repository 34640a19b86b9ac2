import { execFile } from 'node:child_process';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { parseRevisionFile } from '@godwit/history';

/** A committed file that is not what it was where the branch began. */
export interface ChangedFile {
  /** As the user would type it. */
  readonly path: string;
  readonly how: 'changed' | 'removed';
}

export interface ComparedSince {
  /** The merge base, shortened: `4f2a1c0`. */
  readonly base: string;
  /** How many committed files it had. */
  readonly files: number;
  readonly changed: readonly ChangedFile[];
}

const run = promisify(execFile);

const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Compares the committed revisions with those of the merge base of HEAD and a ref. One whose headers alone have changed is the same revision: what a
 * merge has replaced stands there.
 *
 * @param folder the migrations folder, as the user would type it
 * @param read a file as it is now; null when it is not there
 * @throws the error of `git`: no repository, an unknown ref, a clone too shallow for a merge base
 */
export async function changedSince(
  folder: string,
  ref: string,
  {
    environment,
    read,
  }: { readonly environment: Readonly<Record<string, string | undefined>>; readonly read: (path: string) => Promise<string | null> },
): Promise<ComparedSince> {
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run('git', ['-C', folder, ...args], { env: { ...environment, LC_ALL: 'C' }, maxBuffer: MOST_BYTES });
    return stdout;
  };
  const base = (await git('merge-base', '--end-of-options', ref, 'HEAD')).trim();
  const names = (await git('ls-tree', '--name-only', '-z', base, '--', 'committed/')).split('\0').filter((name) => name.endsWith('.sql'));
  const differing = new Set((await git('diff', '--name-only', '--relative', '--no-renames', '-z', base, '--', 'committed')).split('\0'));
  const changed: ChangedFile[] = [];
  for (const name of names.filter((one) => differing.has(one))) {
    const path = join(folder, name);
    const now = await read(path);
    if (now === null) changed.push({ path, how: 'removed' });
    else if (hashOf(path, now) !== hashOf(path, await git('show', `${base}:./${name}`))) changed.push({ path, how: 'changed' });
  }
  return { base: base.slice(0, 7), files: names.length, changed };
}

/** Of what a revision does; null for a file that is none, which is another problem. */
function hashOf(path: string, text: string): string | null {
  const { revision, problems } = parseRevisionFile({ path: basename(path), text });
  return problems.length > 0 ? `${revision?.hash} and problems` : (revision?.hash ?? null);
}
