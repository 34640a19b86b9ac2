import type { RevisionHash } from '@godwit/history';

/** What a plan would take from the data, before any of it is done. */
export interface LossReport {
  /** Empty when nothing is lost: then nothing needs to be asked. In the order of the statements. */
  readonly losses: readonly Loss[];
  /** Statements of which nobody can say beforehand what they do to rows: code, and what the database would not tell. */
  readonly unseen: readonly UnseenStatement[];
}

export interface Loss {
  /**
   * - `rows` go with their table, or are deleted
   * - `values` go with their column or type
   * - `altered` values come out of a narrower type changed: rounded, cut, without their time
   * - `overwritten` values are replaced by an UPDATE or by what USING computes
   * - `refused` values do not fit: the step will fail until they are changed, and lose nothing
   * - `violating` rows do not satisfy a constraint that comes back: the step will fail until they do, and lose nothing
   */
  readonly kind: 'rows' | 'values' | 'altered' | 'overwritten' | 'refused' | 'violating';
  readonly step: { readonly hash: RevisionHash; readonly name: string };
  /** The statement's first line. */
  readonly statement: string;
  /** `shelf.books` or `shelf.books.rating`, as the database knows it now. */
  readonly object: string;
  /** Null when it could not be counted in time, or at all. */
  readonly count: number | null;
  /** False for an estimate of the server's statistics: say "about". */
  readonly exact: boolean;
  /** Three at most, of `altered`, `refused` and `violating`. */
  readonly examples: readonly LossExample[];
  /** Why values do not fit or could not be counted; null when the kind says it all. */
  readonly reason: string | null;
}

export interface LossExample {
  /** `id = 3`; `ctid = (0,1)` for a table without a primary key. */
  readonly key: string;
  readonly before: string;
  /** Null when there is no value to become. */
  readonly after: string | null;
}

export interface UnseenStatement {
  readonly step: Loss['step'];
  readonly statement: string;
  /** `DO`, `MERGE`, `CALL`, `DROP OWNED`; or why it could not be looked at. */
  readonly reason: string;
}
