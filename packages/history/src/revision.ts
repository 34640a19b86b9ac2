/** `sha1:` and forty hexadecimal digits, as graphile-migrate writes it. */
export type RevisionHash = string;

/** One committed migration as it stands on disk. */
export interface Revision {
  /** The number in the file's name: 3 for `000003-add-ratings.sql`. */
  readonly number: number;
  /** The digits as written, zero-padded: `000003`. */
  readonly digits: string;
  /** `add-ratings`; empty when the file has none. */
  readonly slug: string;
  /** `000003-add-ratings.sql`. */
  readonly filename: string;
  /** `000003.sql`: what the ledger stores. */
  readonly ledgerName: string;
  /** As a person names it, and a valid target: `000003-add-ratings`. */
  readonly name: string;
  readonly hash: RevisionHash;
  /** Null for the first revision. */
  readonly previousHash: RevisionHash | null;
  readonly message: string | null;
  /** Every `--! Header: value` of the file, also those that Godwit does not know; null for a header without a value. */
  readonly headers: Readonly<Record<string, string | null>>;
  /** After the headers, trimmed, one newline at the end, before placeholders. */
  readonly body: string;
  /** False when the body starts with `--! no-transaction`. */
  readonly transactional: boolean;
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number;
  /** Path as given to `readHistory`, joined. */
  readonly path: string;
  /** Null when there is no file for it. */
  readonly revert: Revert | null;
}

/** The way back of a revision: SQL, or the reason why there is none. */
export type Revert = SqlRevert | IrreversibleRevert;

export interface SqlRevert {
  readonly kind: 'sql';
  /** Hash of (body, forward hash). */
  readonly hash: RevisionHash;
  readonly body: string;
  readonly transactional: boolean;
  readonly bodyLine: number;
  readonly path: string;
}

export interface IrreversibleRevert {
  readonly kind: 'irreversible';
  readonly reason: string;
  readonly path: string;
}

/** A place in the history: before the first revision, or at one. */
export type Position = { readonly kind: 'base' } | { readonly kind: 'revision'; readonly revision: Revision };
