import type { RevisionHash } from '@godwit/history';

/** What a database says of itself: graphile-migrate's table and the schema `godwit`, read in one go and never created by reading. */
export interface Ledger {
  /** False when `graphile_migrate.migrations` does not exist: a database that no tool has migrated. */
  readonly installed: boolean;
  /** The version of the schema `godwit`; null when it does not exist (graphile-migrate migrated this database alone so far). */
  readonly version: LedgerVersion | null;
  /** Applied revisions, first to last along `previous_hash`. */
  readonly applied: readonly AppliedRevision[];
  /** A step outside a transaction that began and never said how it ended. */
  readonly unfinished: UnfinishedStep | null;
  /** True when the database remembers that it is production. */
  readonly production: boolean;
  /** The text that graphile-migrate's or Godwit's watch has applied on top of the last revision; null when there is none or it is blank. */
  readonly current: string | null;
  /** The same text, when Godwit's watch has applied it and knows how to take it back; null when graphile-migrate's has. */
  readonly attempt: AppliedAttempt | null;
}

/** The revision that is being written, as `godwit watch` has applied it. Its texts are read by `readAttempt`. */
export interface AppliedAttempt {
  /** A new one with each save. */
  readonly id: string;
  /** Of the text as it was sent. */
  readonly digest: string;
  /** The revision on which it stands; null is base. */
  readonly head: RevisionHash | null;
  /** Where its way back comes from; null while none is known: a moment after a save, or after a crash. */
  readonly undoSource: UndoSource | null;
  /** False while a statement runs outside a transaction, and when it ended there in an error. */
  readonly complete: boolean;
  readonly appliedAt: Date;
  readonly appliedBy: string;
}

/** `revert.sql`: the author wrote it. `statements`: read off the text. `difference`: computed from what the database looked like before. */
export type UndoSource = 'revert.sql' | 'statements' | 'difference';

export interface LedgerVersion {
  readonly major: number;
  readonly minor: number;
}

export interface AppliedRevision {
  readonly hash: RevisionHash;
  readonly previousHash: RevisionHash | null;
  /** `000003.sql`. */
  readonly ledgerName: string;
  readonly appliedAt: Date;
  /** What Godwit knows beyond graphile-migrate's row; null when graphile-migrate applied it and Godwit has not been here since. */
  readonly details: AppliedDetails | null;
}

export interface AppliedDetails {
  /** `000003-add-ratings`. */
  readonly name: string;
  readonly message: string | null;
  readonly durationMs: number | null;
  /** The database role; null when graphile-migrate applied it and Godwit learned the rest later. */
  readonly appliedBy: string | null;
  readonly revert: StoredRevert | null;
}

/** The way back as it was when the revision was applied, before placeholders. */
export type StoredRevert =
  | { readonly kind: 'sql'; readonly hash: RevisionHash; readonly body: string; readonly transactional: boolean }
  | { readonly kind: 'irreversible'; readonly reason: string };

export interface UnfinishedStep {
  readonly hash: RevisionHash;
  readonly previousHash: RevisionHash | null;
  readonly name: string;
  readonly direction: Direction;
  /** Before placeholders. */
  readonly statement: string;
  readonly startedAt: Date;
  /** The backend that ran it. */
  readonly backendPid: number;
  /** Whether that backend was still there when the ledger was read: then a run is at it, and nothing has to be repaired. */
  readonly running: boolean;
}

export type Direction = 'up' | 'down';

/** The last applied revision; null is base. */
export function ledgerHead(ledger: Pick<Ledger, 'applied'>): AppliedRevision | null {
  return ledger.applied.at(-1) ?? null;
}

/** As a person names it: Godwit's name, else the file's number as graphile-migrate keeps it: `000003`. */
export function nameOfApplied(applied: AppliedRevision): string {
  return applied.details?.name ?? applied.ledgerName.replace(/\.sql$/, '');
}
