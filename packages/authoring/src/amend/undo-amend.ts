import { basename, join } from 'node:path';
import type { History, Revision } from '@godwit/history';
import { asideFolder, readAside } from '@godwit/history';
import { changesTo, type FileText, filesBelow } from '../commit/file-texts.ts';
import { revertPath } from '../commit/way-back.ts';
import { layOutCurrent } from '../current/lay-out-current.ts';
import { readCurrent } from '../current/read-current.ts';
import { changeFiles } from '../journal/change-files.ts';
import type { FileStore } from '../journal/file-store.ts';
import { NothingOpen, UnsavedCurrent } from '../uncommit/errors.ts';
import { reopenedRevert, reopenedText } from '../uncommit/reopened-text.ts';

export interface UndoAmendOptions {
  readonly root: string;
  readonly history: History;
  readonly blank: { readonly current: string; readonly revert: string };
  readonly store: FileStore;
  /** Further files that follow: `schema/`. */
  readonly more?: readonly FileText[];
}

/**
 * Puts the revisions that `amend` has set aside back as they were. What the author has changed meanwhile is not thrown away: then it refuses.
 *
 * @returns them, the one that was open first
 * @throws NothingOpen, UnsavedCurrent
 */
export async function undoAmend({ root, history, blank, store, more = [] }: UndoAmendOptions): Promise<readonly Revision[]> {
  const { folder } = history;
  const aside = await readAside(folder);
  if (aside === null) throw new NothingOpen();
  const { opened, waiting } = aside;
  const current = readCurrent(folder);
  const { write, remove } = layOutCurrent(current.location, blank.current);
  await refuseChanged(store, current.files, { folder, opened, blank });
  const paths = await filesBelow(asideFolder(folder));
  const back = await Promise.all(
    paths.flatMap((path) => [
      { path, text: null, readOnly: true },
      store.read(path).then((text): FileText => ({ path: join(folder, basename(join(path, '..')), basename(path)), text, readOnly: true })),
    ]),
  );
  const files = [
    ...back,
    ...write,
    ...remove.map((path) => ({ path, text: null })),
    { path: revertPath(folder), text: blank.revert },
    ...more,
  ];
  await changeFiles({ root, store, command: `amend --undo of ${opened.name}`, changes: await changesTo(files, { root, store }) });
  return [opened, ...waiting];
}

interface Opened {
  readonly folder: string;
  readonly opened: Revision;
  readonly blank: UndoAmendOptions['blank'];
}

/** @throws UnsavedCurrent unless the files are what `amend` wrote, or blank */
async function refuseChanged(
  store: FileStore,
  files: ReturnType<typeof readCurrent>['files'],
  { folder, opened, blank }: Opened,
): Promise<void> {
  const { location } = readCurrent(folder);
  const written = new Map(layOutCurrent(location, reopenedText(folder, opened)).write.map(({ path, text }) => [path, text]));
  const changed = files.find(({ path, text }) => text !== written.get(path) && text !== blank.current);
  if (changed !== undefined) throw new UnsavedCurrent(changed.path, opened.name);
  const revert = await store.read(revertPath(folder));
  if (revert !== null && revert !== blank.revert && revert !== reopenedRevert(folder, opened, blank.revert))
    throw new UnsavedCurrent(revertPath(folder), opened.name);
}
