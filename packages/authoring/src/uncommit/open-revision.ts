import { basename, join } from 'node:path';
import { asideFolder, assertSound, type History, headOf, pathTo, type Revision, readAside } from '@godwit/history';
import { changesTo, type FileText } from '../commit/file-texts.ts';
import { revertPath } from '../commit/way-back.ts';
import { locateCurrent } from '../current/current-location.ts';
import { layOutCurrent } from '../current/lay-out-current.ts';
import { changeFiles } from '../journal/change-files.ts';
import type { FileStore } from '../journal/file-store.ts';
import { proofPath } from '../prove/proof-path.ts';
import { AlreadyOpen } from './errors.ts';
import { refuseUnsaved } from './refuse-unsaved.ts';
import { reopenedRevert, reopenedText } from './reopened-text.ts';

export interface OpenRevisionOptions {
  /** The folder that holds `.godwit/`, absolute. */
  readonly root: string;
  readonly history: History;
  readonly target: Revision;
  /** `uncommit` opens the last one; `amend` any, and sets those after it aside. */
  readonly command: 'uncommit' | 'amend';
  /** What `revert.sql` holds when there is no way back. */
  readonly blankRevert: string;
  readonly store: FileStore;
  /** Further files that follow: `schema/`. */
  readonly more?: readonly FileText[];
  /** Takes the development database to before the revision. It is asked before a file is touched. */
  readonly downgrade: () => Promise<void>;
}

/**
 * Opens a committed revision again: its SQL goes back to `current.sql` or `current/`, its way back to `revert.sql`, its files go, and the
 * development database is as before it. Whole or not at all. Runs inside `withFolderLock`.
 *
 * @returns the revisions that were set aside
 * @throws AlreadyOpen, UnsavedCurrent, or what `downgrade` throws: nothing was changed
 */
export async function openRevision(options: OpenRevisionOptions): Promise<readonly Revision[]> {
  const { root, history, target, command, store } = options;
  const { folder } = history;
  await refuseOpen(history, target);
  const later = laterThan(history, target);
  const taken = [target, ...later];
  const files: FileText[] = [
    ...(await Promise.all(taken.map((revision) => removed(folder, revision, command === 'amend' ? store : null)))).flat(),
    ...reopened(options),
    ...(options.more ?? []),
  ];
  await changeFiles({
    root,
    store,
    command: `${command} of ${target.name}`,
    changes: await changesTo(files, { root, store }),
    database: { when: 'before', change: options.downgrade },
  });
  return later;
}

/**
 * To be asked before anything is done to a database.
 *
 * @throws AlreadyOpen, UnsavedCurrent; what is wrong with the history
 */
export async function refuseOpen(history: History, target: Revision): Promise<void> {
  assertSound(history);
  headOf(history);
  const aside = await readAside(history.folder);
  if (aside !== null) throw new AlreadyOpen(aside.opened.name);
  await refuseUnsaved(history.folder, target);
}

/** Those that come after a revision, first to last. */
export function laterThan(history: History, target: Revision): readonly Revision[] {
  const head = headOf(history);
  const path = head === null ? [] : pathTo(history, head);
  return path.slice(path.findIndex(({ hash }) => hash === target.hash) + 1);
}

function reopened({ history, target, blankRevert }: OpenRevisionOptions): readonly FileText[] {
  const { folder } = history;
  const { write, remove } = layOutCurrent(locateCurrent(folder), reopenedText(folder, target));
  return [
    ...write,
    ...remove.map((path) => ({ path, text: null })),
    { path: revertPath(folder), text: reopenedRevert(folder, target, blankRevert) },
  ];
}

/** @param store null when the files just go; else they go to `aside/`, byte for byte */
async function removed(folder: string, revision: Revision, store: FileStore | null): Promise<readonly FileText[]> {
  const paths = [revision.path, ...(revision.revert === null ? [] : [revision.revert.path])];
  const gone = [...paths, proofPath(folder, revision)].map((path) => ({
    path,
    text: null,
    readOnly: path !== proofPath(folder, revision),
  }));
  if (store === null) return gone;
  const kept = await Promise.all(
    paths.map(async (path) => ({ path: asidePath(folder, path), text: await store.read(path), readOnly: true })),
  );
  return [...gone, ...kept];
}

function asidePath(folder: string, path: string): string {
  return join(asideFolder(folder), basename(join(path, '..')), basename(path));
}
