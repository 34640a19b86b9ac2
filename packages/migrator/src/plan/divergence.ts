import type { GodwitError } from '@godwit/diagnostics';
import { findByHash, type Revision } from '@godwit/history';
import type { AppliedRevision } from '../ledger/ledger.ts';
import { nameOfApplied } from '../ledger/ledger.ts';
import { EditedAppliedRevision, ForkedFromLedger } from './plan-errors.ts';

interface Divergence {
  readonly history: { readonly revisions: readonly Revision[] };
  readonly applied: readonly AppliedRevision[];
  readonly path: readonly Revision[];
  /** How many both share. */
  readonly shared: number;
}

/**
 * Why the ledger and a line of history part after `shared` revisions. The same number under another hash is an edited file, unless the
 * disk has the applied revision as well (two branches, both on disk) or the ledger knows it by another name (two branches, one on disk).
 */
export function divergence({ history, applied, path, shared }: Divergence): GodwitError | null {
  const mine = applied[shared];
  if (mine === undefined) return null;
  const theirs = path[shared];
  if (theirs !== undefined && findByHash(history, mine.hash) === null && isSameRevision(mine, theirs)) {
    return new EditedAppliedRevision({ path: theirs.path, revision: theirs.name, appliedHash: mine.hash, diskHash: theirs.hash });
  }
  const last = applied[shared - 1];
  return new ForkedFromLedger({ applied: mine, planned: theirs?.name ?? null, parting: last === undefined ? 'base' : nameOfApplied(last) });
}

function isSameRevision(applied: AppliedRevision, revision: Revision): boolean {
  if (applied.ledgerName !== revision.ledgerName) return false;
  return applied.details === null || applied.details.name === revision.name;
}
