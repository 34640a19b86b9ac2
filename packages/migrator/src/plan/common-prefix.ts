import type { Revision } from '@godwit/history';
import type { AppliedRevision } from '../ledger/ledger.ts';

/** How many revisions from base the ledger and a line of history share. Equal hashes mean equal lines up to there: each covers the one before. */
export function commonPrefix(applied: readonly AppliedRevision[], path: readonly Revision[]): number {
  let length = 0;
  while (length < applied.length && applied[length]?.hash === path[length]?.hash) length++;
  return length;
}
