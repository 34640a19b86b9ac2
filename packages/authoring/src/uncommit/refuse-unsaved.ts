import type { Revision } from '@godwit/history';
import { isBlank, readWayBack, revertPath } from '../commit/way-back.ts';
import { readCurrent } from '../current/read-current.ts';
import { UnsavedCurrent } from './errors.ts';

/**
 * Whatever its author has not committed is not overwritten.
 *
 * @param folder the migrations folder
 * @throws UnsavedCurrent
 */
export async function refuseUnsaved(folder: string, { name }: Pick<Revision, 'name'>): Promise<void> {
  const current = readCurrent(folder);
  if (!(await isBlank(current.body))) throw new UnsavedCurrent(current.files[0]?.path ?? current.location.path, name);
  const wayBack = await readWayBack(folder, undefined);
  if (wayBack.kind !== 'blank') throw new UnsavedCurrent(revertPath(folder), name);
}
