import type { LoadedDefinition } from './backfill-definition.ts';
import type { BackfillQuery } from './backfill-query.ts';

/** A backfill as it is run: its definition, its SQL, and the hash that tells whether either has changed. */
export interface Backfill {
  /** The name of its folder. */
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  readonly definition: LoadedDefinition;
  readonly work: BackfillQuery;
  /** Does the keys of the parameter `:keys`, an array, in place of a range; null when ranges of one key have to do. */
  readonly workKeys: BackfillQuery | null;
  /** For the modes that map. */
  readonly read: BackfillQuery | null;
  /** Keys that are still wrong, at most `:n`. */
  readonly remaining: BackfillQuery;
  /** Wrong rows between `:from` and `:to`: the columns of the key, `expected`, `actual`. */
  readonly verify: BackfillQuery | null;
  /** SHA-256 in hexadecimal over SQL, TypeScript and `version`. */
  readonly codeHash: string;
}
