import { findByHash, pathTo, type Revision, replacedHashes, replacementsOf } from '@godwit/history';
import type { AppliedRevision, Ledger } from '../ledger/ledger.ts';

type Tree = { readonly revisions: readonly Revision[]; readonly heads: readonly Revision[] };

/** Where an applied revision and the disk do not agree. */
export type AppliedProblem =
  /** The disk has another text under its number and name. */
  | { readonly kind: 'edited'; readonly applied: AppliedRevision; readonly revision: Revision }
  /** The disk has it after others since a merge. No problem for `upgrade`, which follows. */
  | { readonly kind: 'moved'; readonly applied: AppliedRevision; readonly revision: Revision }
  /** The disk goes on with another revision in its place; none when it stands on one that a merge has put elsewhere, without it. */
  | { readonly kind: 'forked'; readonly applied: AppliedRevision; readonly instead: readonly Revision[] }
  /** The disk ends before it: the database is ahead. No problem for `upgrade`. */
  | { readonly kind: 'unknown'; readonly applied: AppliedRevision };

/** Compares every applied revision with the disk, for `status` and `doctor`; `plan` throws for the first that is in the way. */
export function checkApplied(history: Tree, ledger: Pick<Ledger, 'applied'>): readonly AppliedProblem[] {
  return ledger.applied.flatMap((applied): AppliedProblem[] => {
    if (findByHash(history, applied.hash) !== null) return [];
    const [moved] = replacementsOf(history, applied.hash);
    if (moved !== undefined) return [{ kind: 'moved', applied, revision: moved }];
    const { ledgerName, details } = applied;
    const same = history.revisions.find((one) => one.ledgerName === ledgerName && (details === null || details.name === one.name));
    if (same !== undefined && !isApplied(ledger, same)) return [{ kind: 'edited', applied, revision: same }];
    const instead = history.revisions.filter((one) => one.previousHash === applied.previousHash && !isApplied(ledger, one));
    // On top of one that a merge has put elsewhere, and not put there with it.
    const left = applied.previousHash !== null && replacementsOf(history, applied.previousHash).length > 0;
    return instead.length > 0 || left ? [{ kind: 'forked', applied, instead }] : [{ kind: 'unknown', applied }];
  });
}

/** Also under a hash that it had before a merge. */
function isApplied(ledger: Pick<Ledger, 'applied'>, revision: Revision): boolean {
  const hashes = [revision.hash, ...replacedHashes(revision)];
  return ledger.applied.some(({ hash }) => hashes.includes(hash));
}

/** The revisions of one line of the history that are not applied, first to last. */
export function pendingRevisions(history: Tree, ledger: Pick<Ledger, 'applied'>, head: Revision): readonly Revision[] {
  return pathTo(history, head).filter((revision) => !isApplied(ledger, revision));
}
