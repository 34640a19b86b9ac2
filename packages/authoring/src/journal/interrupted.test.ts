import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type TestProject, withTestProject } from '../testing/migrations-folder.ts';
import { disk } from './file-store.ts';
import { withFolderLock } from './folder-lock.ts';
import type { FileChange } from './journal.ts';
import { settleInterrupted } from './settle-interrupted.ts';

const BEFORE = { 'migrations/current.sql': 'select 1;\n', 'migrations/old.sql': 'old\n' };
const AFTER = { 'migrations/current.sql': '-- blank\n', 'migrations/committed/1.sql': 'select 1;\n' };

const content = (text: string | undefined) => (text === undefined ? null : { text, mode: 0o644 });

const changes: readonly FileChange[] = Object.keys({ ...AFTER, ...BEFORE }).map((path) => ({
  path,
  before: content(Object.entries(BEFORE).find(([name]) => name === path)?.[1]),
  after: content(Object.entries(AFTER).find(([name]) => name === path)?.[1]),
}));

interface Case {
  readonly when: 'before' | 'after';
  readonly refuses: boolean;
}

/** Lets it go on for a number of calls, then kills it. @returns whether it was killed before its end */
async function killAfter(child: ChildProcess, calls: number): Promise<boolean> {
  const ended = once(child, 'exit').then(() => 'ended');
  for (let call = 0; ; call++) {
    const answer = new AbortController();
    const asked = once(child, 'message', { signal: answer.signal }).then(() => 'asked');
    asked.catch(() => undefined);
    if ((await Promise.race([asked, ended])) === 'ended') {
      answer.abort();
      return false;
    }
    if (call === calls) {
      child.kill('SIGKILL');
      await ended;
      return true;
    }
    child.send('go');
  }
}

/** What the next command finds, and what it makes of it. */
async function settle(project: TestProject) {
  const settled = await withFolderLock({ root: project.root, command: 'next', now: () => new Date(1) }, () =>
    settleInterrupted(disk, project.root),
  );
  const { database, ...files } = await project.files();
  return { outcome: settled?.outcome ?? null, database: database !== undefined, files };
}

describe.each<Case>([
  { when: 'after', refuses: false },
  { when: 'after', refuses: true },
  { when: 'before', refuses: false },
  { when: 'before', refuses: true },
])('killed at any step, the database $when the files, refuses: $refuses', ({ when, refuses }) => {
  test('everything is whole after the next command', { timeout: 240_000 }, async () => {
    const seen = new Set<string>();
    for (let calls = 0, killed = true; killed; calls++) {
      await withTestProject(BEFORE, async (project) => {
        const child = fork(new URL('../testing/change-process.ts', import.meta.url), [
          JSON.stringify({ root: project.root, changes, when, refuses }),
        ]);
        killed = await killAfter(child, calls);
        const { outcome, database, files } = await settle(project);
        const state = 'migrations/committed/1.sql' in files ? 'after' : 'before';
        expect(files).toEqual(state === 'after' ? AFTER : BEFORE);
        // Files without the database are a revision that is pending; the database without its files would be one that nobody can name.
        if (when === 'after' && database) expect(state).toBe('after');
        if (when === 'before' && state === 'after') expect(database).toBe(true);
        if (refuses) expect(database).toBe(false);
        if (!killed) expect([outcome, state, database]).toEqual([null, refuses ? 'before' : 'after', !refuses]);
        seen.add(`${outcome} ${state} ${database}`);
        expect(await settle(project)).toMatchObject({ outcome: null, files });
      });
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});

test('a file that somebody has changed since is not overwritten', async () => {
  await withTestProject(BEFORE, async (project) => {
    const child = fork(new URL('../testing/change-process.ts', import.meta.url), [
      JSON.stringify({ root: project.root, changes, when: 'after', refuses: false }),
    ]);
    await killAfter(child, 2);
    await project.write('migrations/current.sql', 'select 2;\n');
    await expect(settle(project)).rejects.toMatchObject({
      code: 'GW345',
      message: expect.stringContaining('migrations/current.sql was changed'),
    });
    expect(await project.read('migrations/current.sql')).toBe('select 2;\n');
  });
});

test('a journal that cannot be read stops the next command, and says what to do', async () => {
  await withTestProject({ '.godwit/journal.json': '{' }, async ({ root }) => {
    await expect(settleInterrupted(disk, root)).rejects.toMatchObject({ code: 'GW346', help: expect.stringContaining('git status') });
  });
});

test('files get the mode that they are to have, also over one that is read-only', async () => {
  await withTestProject({}, async ({ root, read }) => {
    const path = join(root, 'a/b.sql');
    await disk.write(path, { text: 'one', mode: 0o444 });
    await disk.write(path, { text: 'two', mode: 0o444 });
    expect(statSync(path).mode & 0o777).toBe(0o444);
    expect(await read('a/b.sql')).toBe('two');
    await disk.remove(path);
    expect(await disk.read(path)).toBeNull();
  });
});
