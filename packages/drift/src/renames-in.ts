import type { Rename } from '@godwit/difference';

/** Which way something is done: to the database of the revisions, or to the revisions. */
export type Direction = 'repair' | 'adopt';

/** Renames from the expected to the live names, in the direction in which they are run. */
export function renamesIn(direction: Direction, renames: readonly Rename[]): readonly Rename[] {
  return direction === 'adopt' ? renames : renames.map(({ kind, from, to }) => ({ kind, from: to, to: from }));
}
