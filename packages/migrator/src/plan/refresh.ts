import { findByHash, type Revision } from '@godwit/history';
import type { AppliedRevision, StoredRevert } from '../ledger/ledger.ts';
import { recordOf } from './record.ts';
import type { Refresh } from './step.ts';

/** What the disk knows better than the ledger. A revert that the disk has lost stays in the ledger. */
export function refreshesOf(history: { readonly revisions: readonly Revision[] }, applied: readonly AppliedRevision[]): readonly Refresh[] {
  return applied.flatMap(({ hash, details }) => {
    const revision = findByHash(history, hash);
    if (revision === null) return [];
    const onDisk = recordOf(revision);
    const refresh = { ...onDisk, revert: onDisk.revert ?? details?.revert ?? null };
    const same =
      details !== null &&
      details.name === refresh.name &&
      details.message === refresh.message &&
      sameRevert(details.revert, refresh.revert);
    return same ? [] : [refresh];
  });
}

function sameRevert(a: StoredRevert | null, b: StoredRevert | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.kind === 'irreversible') return b.kind === 'irreversible' && a.reason === b.reason;
  return b.kind === 'sql' && a.hash === b.hash;
}
