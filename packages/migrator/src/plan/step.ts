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
  /** Applied revisions that a merge has put after others, first to last, and what becomes of them; there usually are none. Upward only. */
  readonly moves?: readonly Move[];
}

/** An applied revision that has another place in the history since a merge. */
export interface Move {
  /** As the ledger has it. */
  readonly from: NonNullable<LedgerPosition>;
  /** As the disk has it. */
  readonly to: NonNullable<LedgerPosition>;
  /** `kept`: what comes before it now is applied beneath it. `redone`: it is reverted first, and applied again in its place. */
  readonly how: 'kept' | 'redone';
  /** Why it is redone, in one line; null when it is kept. */
  readonly because: string | null;
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
  /** Only for a step that goes beneath revisions that are applied already. */
  readonly insertion?: Insertion;
}

/** How a revision goes into the ledger beneath others, which a merge has put after it. */
export interface Insertion {
  /** The applied revision that follows it from then on, by the hash that the ledger knows: it follows `previousHash` when the step begins. */
  readonly next: RevisionHash;
  /** Rows that change with it, first to last, in one statement. */
  readonly changes: readonly RowChange[];
  /** What the ledger stands at when the step is done. */
  readonly headAfter: RevisionHash;
}

/** What becomes of a row of the ledger that stands above a revision that goes in. */
export interface RowChange {
  readonly oldHash: RevisionHash;
  readonly hash: RevisionHash;
  readonly previousHash: RevisionHash | null;
  readonly ledgerName: string;
  /** As the ledger calls it until then. */
  readonly name: string;
  /** What it is from then on; null for a row that others go beneath first: of that, only what it follows changes. */
  readonly renamed: RevisionRecord | null;
}

/** What the ledger stands at when the step is done; null is base. */
export function headAfter(step: Step): RevisionHash | null {
  if (step.insertion !== undefined) return step.insertion.headAfter;
  return step.direction === 'up' ? step.hash : step.previousHash;
}

/** Whether a step can begin on a ledger: it stands where the step expects it, and what goes beneath others finds its place. */
export function beginsAt(
  step: Step,
  applied: readonly { readonly hash: RevisionHash; readonly previousHash: RevisionHash | null }[],
): boolean {
  const { expectedHead, insertion, previousHash } = step;
  if ((applied.at(-1)?.hash ?? null) !== expectedHead) return false;
  return insertion === undefined || applied.some((row) => row.hash === insertion.next && row.previousHash === previousHash);
}
