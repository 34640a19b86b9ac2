import type { RevisionHash } from '@godwit/history';
import type { Direction, StoredRevert, UnfinishedStep } from '../ledger/ledger.ts';

/** The ordered steps from the ledger's revision to a target. Data: executed, rendered as SQL or explained, never changed. */
export interface Plan {
  readonly direction: Direction;
  /** Where the ledger stands. */
  readonly from: LedgerPosition;
  /** Where it stands after the last step. */
  readonly to: LedgerPosition;
  readonly steps: readonly Step[];
  /** Applied revisions of which the disk knows more than the ledger; written before the first step. Upward only. */
  readonly refreshes: readonly Refresh[];
  /** A step of another run that began outside a transaction and never said how it ended: settled before the first step. */
  readonly unfinished: UnfinishedStep | null;
  /** How many applied revisions this disk does not have (a previous build rolled back); 0 usually. */
  readonly databaseAhead: number;
}

/** Null is base. */
export type LedgerPosition = { readonly hash: RevisionHash; readonly ledgerName: string; readonly name: string } | null;

/** What Godwit's part of the ledger holds of a revision. */
export interface RevisionRecord {
  readonly hash: RevisionHash;
  /** 3 for `000003-add-ratings`. */
  readonly number: number;
  /** `000003-add-ratings`. */
  readonly name: string;
  /** `000003.sql`. */
  readonly ledgerName: string;
  readonly message: string | null;
  /** Stored with the revision, so that a build without the file can still roll back; null when none is known. */
  readonly revert: StoredRevert | null;
}

/**
 * An applied revision whose record in the ledger is missing (graphile-migrate applied it) or older than the disk's: its revert was
 * corrected, its file renamed. Its SQL is not run again.
 */
export type Refresh = RevisionRecord;

/** One revision in one direction. */
export interface Step extends RevisionRecord {
  readonly direction: Direction;
  readonly previousHash: RevisionHash | null;
  /** The SQL to run, before placeholders. */
  readonly body: string;
  readonly transactional: boolean;
  /** Where the body came from: a path and the line on which it begins, or the ledger's stored copy. */
  readonly source: { readonly kind: 'file'; readonly path: string; readonly bodyLine: number } | { readonly kind: 'ledger' };
  /** What the ledger must stand at when the step begins; null is base. */
  readonly expectedHead: RevisionHash | null;
}

/** What the ledger stands at when the step is done; null is base. */
export function headAfter(step: Step): RevisionHash | null {
  return step.direction === 'up' ? step.hash : step.previousHash;
}
