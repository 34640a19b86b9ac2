import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withTestProject } from '../testing/migrations-folder.ts';
import { folderLockHolder, withFolderLock } from './folder-lock.ts';

const now = () => new Date(0);

const mark = (holder: object) =>
  `${JSON.stringify({ started: 'then', host: hostname(), command: 'godwit commit', since: 'then', ...holder })}\n`;

/** A process that is no more. */
const GONE = 2 ** 22 + 1;

test('one at a time; the other is told who it is', async () => {
  await withTestProject({}, async ({ root }) => {
    await withFolderLock({ root, command: 'godwit commit', now }, async () => {
      expect(await folderLockHolder(root)).toBe('godwit commit');
      await expect(withFolderLock({ root, command: 'godwit amend', now }, async () => undefined)).rejects.toMatchObject({
        code: 'GW344',
        message: 'Another command is changing this folder: godwit commit',
        exitCode: 3,
      });
    });
    expect(await folderLockHolder(root)).toBeNull();
    expect(await withFolderLock({ root, command: 'godwit amend', now }, async () => 'done')).toBe('done');
  });
});

test('it is given back when the work fails', async () => {
  await withTestProject({}, async ({ root }) => {
    await expect(withFolderLock({ root, command: 'a', now }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await folderLockHolder(root)).toBeNull();
  });
});

test.each([
  ['of a process that is gone', mark({ pid: GONE })],
  ['of a process whose number is another one’s now', mark({ pid: process.pid })],
  ['that is damaged', '{'],
])('a mark %s is in nobody’s way', async (_, text) => {
  await withTestProject({ '.godwit/lock': text }, async ({ root }) => {
    expect(await folderLockHolder(root)).toBeNull();
    expect(await withFolderLock({ root, command: 'a', now }, async () => 'done')).toBe('done');
  });
});

test('of another machine nobody can tell: it stays, and the help says how it goes', async () => {
  await withTestProject({ '.godwit/lock': mark({ pid: GONE, host: 'elsewhere' }) }, async ({ root }) => {
    await expect(withFolderLock({ root, command: 'a', now }, async () => undefined)).rejects.toMatchObject({
      code: 'GW344',
      help: expect.stringContaining(`rm '${join(root, '.godwit', 'lock')}'`),
    });
  });
});

test('of many that find a stale mark at once, one has it at a time', async () => {
  await withTestProject({ '.godwit/lock': mark({ pid: GONE }) }, async ({ root }) => {
    let inside = 0;
    let most = 0;
    const runs = Array.from({ length: 16 }, () =>
      withFolderLock({ root, command: 'a', now }, async () => {
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside--;
      }).catch(() => undefined),
    );
    await Promise.all(runs);
    expect(most).toBe(1);
  });
});
