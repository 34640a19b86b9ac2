import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ConflictedFile, RevisionHash } from '@godwit/history';
import { differentVersions } from './different-versions.ts';
import { GitFailed, UnknownRef } from './errors.ts';

/** What Git knows of a migrations folder. */
export interface Repository {
  /** The branch that holds what others have: `origin/main`, `main`; null when none of the usual ones is there. */
  readonly mainBranch: () => Promise<string | null>;
  /** Hashes of the revisions that are committed there. @throws UnknownRef */
  readonly revisionsAt: (ref: string) => Promise<ReadonlySet<RevisionHash>>;
  /** Files of the history in which a merge or a rebase has left a conflict. */
  readonly conflicts: () => Promise<readonly ConflictedFile[]>;
  /**
   * Files of the history that are not as they were where HEAD and the ref parted: added or changed since, committed or not. Absolute paths.
   *
   * @throws UnknownRef, GitFailed
   */
  readonly changedSince: (ref: string) => Promise<readonly string[]>;
  /**
   * Files of a folder in the working tree that somebody has edited, added or removed since Git last wrote them: what a merge has put there, with
   * or without a conflict, is not among them. Absolute paths.
   *
   * @param below relative to the migrations folder
   * @throws GitFailed
   */
  readonly editedBelow: (below: string) => Promise<ReadonlySet<string>>;
  /** Whether a rebase waits for its conflicts to be settled. */
  readonly isRebasing: () => Promise<boolean>;
  /** Who last changed a file, and when, in words: `Ada Lovelace, 2 days ago`; null for one that is not committed. */
  readonly lastChange: (path: string) => Promise<string | null>;
}

const run = promisify(execFile);

/** Long lists of hashes. */
const MOST_BYTES = 64 * 1024 * 1024;

type Git = (...args: readonly string[]) => Promise<string>;

/**
 * Null where there is no Git, or no repository around the folder.
 *
 * @param folder the migrations folder, as the user would type it
 * @param environment of the process: PATH, GIT_DIR
 */
export async function openRepository(
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Repository | null> {
  const git: Git = async (...args) => {
    const { stdout } = await run('git', ['-C', folder, ...args], { env: { ...environment, LC_ALL: 'C' }, maxBuffer: MOST_BYTES });
    return stdout;
  };
  try {
    if ((await git('rev-parse', '--is-inside-work-tree')).trim() !== 'true') return null;
  } catch {
    return null;
  }
  return {
    mainBranch: () => findMainBranch(git),
    revisionsAt: (ref) => revisionsAt(git, ref),
    conflicts: () => conflicts(git, folder),
    isRebasing: () => isRebasing(git, folder),
    changedSince: async (ref) => (await changedSince(git, ref)).map((name) => resolve(folder, name)),
    editedBelow: async (below) => new Set((await editedBelow(git, below)).map((name) => resolve(folder, name))),
    lastChange: async (path) => {
      const said = (await orFail('log', git('log', '-1', '--format=%an, %ar', '--', resolve(path)))).trim();
      return said === '' ? null : said;
    },
  };
}

/** A branch that is checked out is nobody else's, unless it is the main one: then what it held before the merge is what others have. */
async function findMainBranch(git: Git): Promise<string | null> {
  const [current, remote] = [
    await orNull(git('symbolic-ref', '--quiet', '--short', 'HEAD')),
    await orNull(git('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD')),
  ];
  const usual = [...(remote === null ? [] : [remote]), 'origin/main', 'origin/master', 'main', 'master'];
  for (const branch of usual) if (branch !== current && (await exists(git, branch))) return branch;
  if (current === null || !['main', 'master'].includes(current)) return null;
  if (await exists(git, 'MERGE_HEAD')) return 'HEAD';
  return (await exists(git, 'HEAD^2')) ? 'HEAD^1' : null;
}

/** Its two ways of working leave two folders. */
async function isRebasing(git: Git, folder: string): Promise<boolean> {
  const said = await orFail('rev-parse', git('rev-parse', '--git-path', 'rebase-merge', '--git-path', 'rebase-apply'));
  return said
    .trim()
    .split('\n')
    .some((path) => existsSync(resolve(folder, path)));
}

async function exists(git: Git, ref: string): Promise<boolean> {
  return (await orNull(git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`))) !== null;
}

async function assertKnown(git: Git, ref: string): Promise<void> {
  try {
    await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  } catch {
    throw new UnknownRef(ref);
  }
}

/** Relative to the folder. Where the two have nothing in common, such as in a shallow clone, the ref itself is what is compared with. */
async function changedSince(git: Git, ref: string): Promise<readonly string[]> {
  await assertKnown(git, ref);
  const parted = (await orNull(git('merge-base', ref, 'HEAD'))) ?? ref;
  const folders = ['--', 'committed', 'reverts'];
  const changed = await orFail('diff', git('diff', '--name-only', '-z', '--relative', '--diff-filter=d', parted, ...folders));
  const untracked = await orFail('ls-files', git('ls-files', '--others', '--exclude-standard', '-z', ...folders));
  return [...changed.split('\0'), ...untracked.split('\0')].filter((name) => name !== '');
}

/** Relative to the folder. */
async function editedBelow(git: Git, below: string): Promise<readonly string[]> {
  const list = async (...args: readonly string[]) =>
    (await orFail('ls-files', git('ls-files', '-z', ...args, '--', below))).split('\0').filter((name) => name !== '');
  const conflicted = new Set((await list('--unmerged')).map((entry) => entry.slice(entry.indexOf('\t') + 1)));
  const changed = [...(await list('--modified')), ...(await list('--others', '--exclude-standard'))];
  return changed.filter((name) => !conflicted.has(name));
}

async function revisionsAt(git: Git, ref: string): Promise<ReadonlySet<RevisionHash>> {
  await assertKnown(git, ref);
  // Ends with 1 where nothing is found.
  const lines = (await orNull(git('grep', '-h', '-e', '^--! Hash: sha1:', ref, '--', 'committed'))) ?? '';
  return new Set([...lines.matchAll(/^--! Hash: (sha1:[0-9a-f]{40})/gm)].map(([, hash = '']) => hash));
}

/** Git keeps the versions of both sides (its stages 2 and 3) beside the file with the marks. */
async function conflicts(git: Git, folder: string): Promise<readonly ConflictedFile[]> {
  const listed = await orFail('ls-files', git('ls-files', '--unmerged', '-z', '--', 'committed', 'reverts'));
  const blobs = new Map<string, string[]>();
  for (const entry of listed.split('\0')) {
    const match = /^\d+ ([0-9a-f]+) ([23])\t(.*)$/s.exec(entry);
    if (match === null) continue;
    const [, blob = '', , name = ''] = match;
    blobs.set(name, [...(blobs.get(name) ?? []), blob]);
  }
  return Promise.all(
    [...blobs].map(async ([name, versions]) => {
      const path = join(folder, name);
      const texts = await Promise.all(versions.map((blob) => orFail('cat-file', git('cat-file', 'blob', blob))));
      return { path, versions: differentVersions(path, texts) };
    }),
  );
}

async function orNull(asked: Promise<string>): Promise<string | null> {
  try {
    return (await asked).trim();
  } catch {
    return null;
  }
}

async function orFail(command: string, asked: Promise<string>): Promise<string> {
  try {
    return await asked;
  } catch (error) {
    throw new GitFailed(command, lastLine(error));
  }
}

function lastLine(error: unknown): string {
  const said = error instanceof Error && 'stderr' in error && typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return said.split('\n').at(-1) || (error instanceof Error ? error.message : String(error));
}
