import type { Position, Revision, RevisionHash, SqlRevert } from '@godwit/history';
import type { Direction, Ledger, StoredRevert } from './ledger.ts';

/** The ordered steps from the ledger's revision to a target. Data: executed, rendered as SQL or explained, never changed. */
export interface Plan {
  readonly direction: Direction;
  /** Where the ledger stands. */
  readonly from: LedgerPosition;
  /** Where it stands after the last step. */
  readonly to: LedgerPosition;
  readonly steps: readonly Step[];
  /** How many applied revisions this disk does not have (a previous build rolled back); 0 usually. No steps then, and no error for `upgrade head`. */
  readonly databaseAhead: number;
}

/** Null is base. */
export type LedgerPosition = { readonly hash: RevisionHash; readonly ledgerName: string; readonly name: string } | null;

/** One revision in one direction. */
export interface Step {
  readonly direction: Direction;
  readonly hash: RevisionHash;
  readonly previousHash: RevisionHash | null;
  readonly ledgerName: string;
  /** `000003-add-ratings`. */
  readonly name: string;
  readonly message: string | null;
  /** The SQL to run, before placeholders. */
  readonly body: string;
  readonly transactional: boolean;
  /** Where the body came from: a path and the line on which it begins, or the ledger's stored copy. */
  readonly source: { readonly kind: 'file'; readonly path: string; readonly bodyLine: number } | { readonly kind: 'ledger' };
  /** What the ledger must stand at when the step begins; null is base. */
  readonly expectedHead: RevisionHash | null;
  /** Upward: stored with the revision, so that a build without the file can still roll back. */
  readonly revert: StoredRevert | null;
}

export interface PlanOptions {
  readonly history: { readonly revisions: readonly Revision[]; readonly heads: readonly Revision[] };
  readonly ledger: Ledger;
  readonly direction: Direction;
  /** Resolved by `resolveTarget`; for a target that only the ledger knows use `ledgerHash`. */
  readonly target: Position | { readonly kind: 'ledger'; readonly hash: RevisionHash | null };
}

export type { SqlRevert };
