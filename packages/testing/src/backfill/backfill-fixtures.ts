import type { Client } from '@godwit/postgres';

/** A database at the schema that a backfill is for. */
export interface PreparedDatabase {
  /** With the password, if there is one: workers are processes of their own. */
  readonly url: string;
  readonly client: Client;
}

/** What a backfill is tried on. */
export interface BackfillFixtures {
  /** The folder of the backfill, absolute. */
  readonly folder: string;
  /** The revision that the backfill is for, where that is not head: the one before its `until`. */
  readonly target?: string;
  /** Runs with a new database at the schema that the backfill is for, without rows for it; called several times. Unless given, one at `target`. */
  readonly withDatabase?: <Result>(run: (database: PreparedDatabase) => Promise<Result>) => Promise<Result>;
  /** Puts rows there to work on: ten or more, the same ones each time. */
  readonly load: (client: Client) => Promise<void>;
  /** A query of all that the backfill writes: the same rows however the run went. Without moments. */
  readonly effects: string;
  /** What an application does during a run, a statement each: its rows have to end right too. */
  readonly meanwhile: readonly string[];
  /** Makes one row that cannot be done; null where every row can. */
  readonly poison: string | null;
}
