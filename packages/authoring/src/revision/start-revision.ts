import { serializeText } from '@godwit/history';
import { changesTo, type FileText } from '../commit/file-texts.ts';
import { revertPath } from '../commit/way-back.ts';
import { locateCurrent } from '../current/current-location.ts';
import { layOutCurrent } from '../current/lay-out-current.ts';
import { changeFiles } from '../journal/change-files.ts';
import type { FileStore } from '../journal/file-store.ts';
import { refuseUnsaved } from '../uncommit/refuse-unsaved.ts';

/** What a revision that is begun consists of. */
export interface RevisionText {
  /** Checked by `checkMessage`. `commit` takes it from the header, so that it need not be said again. */
  readonly message: string;
  /** The body of `current.sql`. */
  readonly forward: string;
  readonly revert: string;
}

export interface StartRevisionOptions extends RevisionText {
  /** The folder that holds `.godwit/`, absolute. */
  readonly root: string;
  /** The migrations folder, as the user would type it. */
  readonly folder: string;
  readonly store: FileStore;
}

/**
 * Writes the beginning of a revision to `current.sql` (or the folder `current/`) and `revert.sql`. Runs inside `withFolderLock`.
 *
 * @returns the paths that were written
 * @throws UnsavedCurrent when one of them is not blank; FilesNotWritable
 */
export async function startRevision(options: StartRevisionOptions): Promise<readonly string[]> {
  const { root, folder, store, message, forward, revert } = options;
  await refuseUnsaved(folder, { name: 'the new revision' });
  const text = serializeText([['Message', message]], forward);
  const { write, remove } = layOutCurrent(locateCurrent(folder), text);
  const files: readonly FileText[] = [
    ...write,
    ...remove.map((path) => ({ path, text: null })),
    { path: revertPath(folder), text: revert },
  ];
  await changeFiles({ root, store, command: `revision "${message}"`, changes: await changesTo(files, { root, store }) });
  return files.flatMap(({ path, text: written }) => (written === null ? [] : [path]));
}
