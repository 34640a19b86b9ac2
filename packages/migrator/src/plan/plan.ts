import type { Position, Revision, RevisionHash } from '@godwit/history';
import type { Direction, Ledger } from '../ledger/ledger.ts';
import type { Following } from './follow-merge.ts';
import { planDown } from './plan-down.ts';
import { planUp } from './plan-up.ts';
import type { Plan } from './step.ts';

export interface PlanOptions {
  readonly history: { readonly revisions: readonly Revision[]; readonly heads: readonly Revision[]; readonly folder?: string };
  readonly ledger: Ledger;
  readonly direction: Direction;
  /** As `resolveTarget` finds it on disk; `ledger` for one that only the database knows, see `resolveLedgerTarget`. */
  readonly target: PlanTarget;
  /** Upward: what has to be known to follow a merge. Without it a ledger that a merge has left behind is an error. */
  readonly following?: Following;
}

export type PlanTarget = Position | { readonly kind: 'ledger'; readonly hash: RevisionHash | null };

/**
 * The steps from where the ledger stands to a target. Pure. No steps when it stands there already, and upward also when the disk is
 * behind the ledger (`databaseAhead`): the build before has been rolled back, which is no error.
 *
 * @throws HistoryMissing upward, when the ledger has revisions and the disk has none
 * @throws EditedAppliedRevision, ForkedFromLedger when the ledger and the way to the target part
 * @throws MergedSince when the ledger holds what a merge has put elsewhere, and `following` is not given or the target leaves it out
 * @throws TargetBelow, TargetAbove when the target lies in the other direction
 * @throws MissingRevert, IrreversibleRevision downward, and when a merge asks for it, before anything is done
 */
export function plan(options: PlanOptions): Plan {
  return options.direction === 'up' ? planUp(options) : planDown(options);
}

/** Null for base. */
export function hashOfTarget(target: PlanTarget): RevisionHash | null {
  if (target.kind === 'base') return null;
  return target.kind === 'ledger' ? target.hash : target.revision.hash;
}
