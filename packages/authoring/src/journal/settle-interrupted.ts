import { join } from 'node:path';
import { write } from './change-files.ts';
import { JournalConflict } from './errors.ts';
import type { FileStore } from './file-store.ts';
import { type Journal, journalPath, readJournal, removeJournal } from './journal.ts';

/** What became of a command that was cut off. */
export interface Settled {
  /** `commit of 000039-add-author`. */
  readonly command: string;
  /**
   * - `undone` its files are as they were before
   * - `done` its files are as it would have left them
   * - `untouched` it had changed none
   */
  readonly outcome: 'undone' | 'done' | 'untouched';
}

/**
 * Finishes a command that was cut off, or takes it back, whichever its journal says. Runs inside `withFolderLock`.
 *
 * @returns null when there is none
 * @throws JournalConflict when a file was changed since, JournalUnreadable, FilesNotWritable
 */
export async function settleInterrupted(store: FileStore, root: string): Promise<Settled | null> {
  const journal = await readJournal(store, root);
  if (journal === null) return null;
  const { command, changes } = journal;
  const outcome = outcomeOf(journal);
  if (outcome !== 'untouched') {
    await refuseForeign(store, root, journal);
    await write({ root, store, changes }, outcome === 'done' ? 'after' : 'before');
  }
  await removeJournal(store, root);
  return { command, outcome };
}

function outcomeOf({ phase }: Journal): Settled['outcome'] {
  switch (phase) {
    case 'prepared':
      return 'untouched';
    case 'writing':
    case 'reverting':
      return 'undone';
    case 'applying':
    case 'finishing':
      return 'done';
  }
}

/** What somebody has written since is not overwritten. */
async function refuseForeign(store: FileStore, root: string, { command, changes }: Journal): Promise<void> {
  for (const { path, before, after } of changes) {
    const text = await store.read(join(root, path));
    if (text !== (before?.text ?? null) && text !== (after?.text ?? null)) throw new JournalConflict(command, path, journalPath(root));
  }
}
