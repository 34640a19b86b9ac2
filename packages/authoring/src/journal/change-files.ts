import { join } from 'node:path';
import { FilesNotWritable } from './errors.ts';
import type { FileContent, FileStore } from './file-store.ts';
import { type FileChange, type Journal, type Phase, removeJournal, writeJournal } from './journal.ts';

export interface ChangeFilesOptions {
  readonly root: string;
  readonly store: FileStore;
  /** For a person: `commit of 000039-add-author`. */
  readonly command: string;
  readonly changes: readonly FileChange[];
  /**
   * What has to succeed with the files: applying the revision to a database.
   * - `after` it the files were written already, and are put back when it fails
   * - `before` they are written once it has succeeded
   */
  readonly database?: { readonly when: 'before' | 'after'; readonly change: () => Promise<void> };
  /** An error of the database after which nobody knows whether it has the change: the files stay. */
  readonly isUnclear?: (error: unknown) => boolean;
}

/**
 * Changes files, and a database with them, whole or not at all. A journal in `.godwit/` says at every moment what the next command has to do
 * when this one is cut off. Runs inside `withFolderLock`.
 *
 * @throws FilesNotWritable, or what the database's change throws; then the files are as before
 */
export async function changeFiles(options: ChangeFilesOptions): Promise<void> {
  const { root, store, database, isUnclear = () => false } = options;
  const note = (phase: Phase) => writeJournal(store, root, { command: options.command, phase, changes: options.changes });
  if (database?.when === 'before') {
    await note('prepared');
    await orForget(options, database.change);
    await note('finishing');
    await write(options, 'after');
  } else {
    await note('writing');
    await orBack(options, note, () => write(options, 'after'));
    if (database !== undefined) {
      await note('applying');
      await orBack(options, note, database.change, isUnclear);
    }
  }
  await removeJournal(store, root);
}

/** Puts every file of a journal into the state before the command, or after it. */
export async function write(
  { root, store, changes }: Pick<ChangeFilesOptions, 'root' | 'store'> & Pick<Journal, 'changes'>,
  state: 'before' | 'after',
): Promise<void> {
  for (const change of changes) await put(store, join(root, change.path), change[state]);
}

async function put(store: FileStore, path: string, content: FileContent | null): Promise<void> {
  try {
    if (content === null) await store.remove(path);
    else await store.write(path, content);
  } catch (error) {
    throw new FilesNotWritable(path, error);
  }
}

async function orForget({ root, store }: ChangeFilesOptions, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await removeJournal(store, root);
    throw error;
  }
}

async function orBack(
  options: ChangeFilesOptions,
  note: (phase: Phase) => Promise<void>,
  work: () => Promise<void>,
  isUnclear: (error: unknown) => boolean = () => false,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isUnclear(error)) {
      await note('reverting');
      await write(options, 'before');
    }
    await removeJournal(options.store, options.root);
    throw error;
  }
}
