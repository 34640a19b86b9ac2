import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Revision } from '@godwit/history';
import { composeRevision } from '../commit/compose-revision.ts';
import { type Draft, filesOf } from './history-of.ts';
import { type TestProject, withTestProject } from './migrations-folder.ts';

const run = promisify(execFile);

/** A project under Git. */
export interface GitProject extends TestProject {
  /** What Git says. @throws when it fails, as a merge with conflicts does */
  readonly git: (...args: readonly string[]) => Promise<string>;
  /** Writes the files of revisions and commits everything. */
  readonly commit: (revisions: readonly Revision[]) => Promise<void>;
  /** Every file of the migrations folder by its path below the root. */
  readonly migrations: () => Promise<Record<string, string>>;
}

/** What Git sees of the machine that it runs on: nothing. */
export function gitEnvironment(root: string): Record<string, string> {
  const person = { GIT_AUTHOR_NAME: 'Ada Lovelace', GIT_AUTHOR_EMAIL: 'ada@example.org' };
  const committer = { GIT_COMMITTER_NAME: 'Ada Lovelace', GIT_COMMITTER_EMAIL: 'ada@example.org' };
  return { PATH: process.env.PATH ?? '', HOME: root, GIT_CONFIG_NOSYSTEM: '1', ...person, ...committer };
}

/** Runs with a repository on the branch `main`, without a commit. */
export function withGitProject<T>(work: (project: GitProject) => Promise<T>): Promise<T> {
  return withTestProject({}, async (project) => {
    const git = async (...args: readonly string[]) =>
      (await run('git', ['-C', project.root, ...args], { env: gitEnvironment(project.root) })).stdout;
    await git('init', '--quiet', '--initial-branch=main');
    return await work({
      ...project,
      git,
      commit: async (revisions) => {
        for (const [path, text] of Object.entries(filesOf(revisions))) await project.write(path, text);
        await git('add', '--all');
        await git('commit', '--quiet', '--allow-empty', '--message', revisions.map(({ name }) => name).join(', ') || 'nothing');
      },
      migrations: async () => {
        const all = Object.entries(await project.files());
        return Object.fromEntries(all.filter(([path]) => path.startsWith(`migrations/`)));
      },
    });
  });
}

/** Revisions on top of others. */
export function onTopOf(before: Revision | undefined, ...drafts: readonly Draft[]): readonly Revision[] {
  const revisions: Revision[] = [];
  for (const { message, body, revert } of drafts) {
    const previous = revisions.at(-1) ?? before;
    const back =
      typeof revert === 'string'
        ? { kind: 'sql' as const, body: revert }
        : revert && { kind: 'irreversible' as const, reason: revert.irreversible };
    const { revision } = composeRevision({
      folder: 'migrations',
      number: (previous?.number ?? 0) + 1,
      previousHash: previous?.hash ?? null,
      message,
      headers: {},
      body,
      back,
    });
    revisions.push(revision);
  }
  return revisions;
}

export interface ForkedProject extends GitProject {
  readonly base: readonly Revision[];
  readonly theirs: readonly Revision[];
  readonly mine: readonly Revision[];
}

/** Runs on the branch `feature`, which has mine, after `git merge main`, which has theirs; with or without conflicts. */
export function withFork<T>(
  drafts: { readonly base: readonly Draft[]; readonly theirs: readonly Draft[]; readonly mine: readonly Draft[] },
  work: (project: ForkedProject) => Promise<T>,
): Promise<T> {
  return withGitProject(async (project) => {
    const base = onTopOf(undefined, ...drafts.base);
    const theirs = onTopOf(base.at(-1), ...drafts.theirs);
    const mine = onTopOf(base.at(-1), ...drafts.mine);
    await project.commit(base);
    await project.git('branch', 'feature');
    await project.commit(theirs);
    await project.git('checkout', '--quiet', 'feature');
    await project.commit(mine);
    await project.git('merge', '--quiet', 'main').catch(() => undefined);
    return await work({ ...project, base, theirs, mine });
  });
}
