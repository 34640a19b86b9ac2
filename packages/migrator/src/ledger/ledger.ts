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
}

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
  /** The backend that ran it; alive or not is asked of the server before anything is repaired. */
  readonly backendPid: number;
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
