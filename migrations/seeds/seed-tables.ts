import type { Tables } from '@godwit/queries/tables';

/** Filled by triggers alone. */
type Derived = 'shelf.stale_fingerprints';

/** Rows for every table of one system: a table that is missing here, or a column that is not there at head, fails the type check. */
export type SeedTables<System extends string> = {
  readonly [Table in Exclude<Extract<keyof Tables, `${System}.${string}`>, Derived>]: readonly Tables[Table][];
};
