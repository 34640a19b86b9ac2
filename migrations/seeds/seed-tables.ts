import type { Tables } from '@godwit/queries/tables';

/** Rows for every table of one system: a table that is missing here, or a column that is not there at head, fails the type check. */
export type SeedTables<System extends string> = {
  readonly [Table in Extract<keyof Tables, `${System}.${string}`>]: readonly Tables[Table][];
};
