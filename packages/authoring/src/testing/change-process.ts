import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeFiles } from '../journal/change-files.ts';
import { disk, type FileStore } from '../journal/file-store.ts';
import { withFolderLock } from '../journal/folder-lock.ts';
import type { FileChange } from '../journal/journal.ts';

/** A command that changes files, to be killed: before each call of the disk or the database it asks its parent, and waits for the answer. */
const { root, changes, when, refuses }: Request = JSON.parse(process.argv[2] ?? '');

interface Request {
  readonly root: string;
  readonly changes: readonly FileChange[];
  readonly when: 'before' | 'after';
  /** The database says no. */
  readonly refuses: boolean;
}

const ask = async (): Promise<void> => {
  process.send?.('next');
  await once(process, 'message');
};
const asking: FileStore = {
  read: disk.read,
  write: async (path, content) => {
    await ask();
    await disk.write(path, content);
  },
  remove: async (path) => {
    await ask();
    await disk.remove(path);
  },
};
const change = async (): Promise<void> => {
  await ask();
  if (refuses) throw new Error('the database says no');
  await writeFile(join(root, 'database'), 'changed');
  await ask();
};

await withFolderLock({ root, command: 'test', now: () => new Date(0) }, () =>
  changeFiles({ root, store: asking, command: 'test', changes, database: { when, change } }),
).catch((error: unknown) => {
  if (!refuses) throw error;
});
process.disconnect?.();
