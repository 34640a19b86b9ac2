import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readHistory } from './read-history.ts';
import type { Revision } from './revision.ts';

/**
 * What `amend` has taken out of the history while a revision is open: that revision as it was, and those that came after it. They stand in
 * `aside/committed` and `aside/reverts` below the migrations folder, so that they are seen, in the folder and in Git, until `commit` puts them
 * back.
 */
export interface Aside {
  /** The one that is open: its SQL is in `current.sql`. */
  readonly opened: Revision;
  /** Those that came after it, in order. */
  readonly waiting: readonly Revision[];
}

export function asideFolder(folder: string): string {
  return join(folder, 'aside');
}

/** Null when no revision is open. @throws what `readHistory` throws */
export async function readAside(folder: string): Promise<Aside | null> {
  const aside = asideFolder(folder);
  if (!existsSync(join(aside, 'committed'))) return null;
  const { revisions } = await readHistory(aside);
  const [opened, ...waiting] = revisions;
  return opened === undefined ? null : { opened, waiting };
}
