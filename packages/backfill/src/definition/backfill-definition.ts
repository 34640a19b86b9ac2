import type { Client } from '@godwit/postgres';
import type { CustomSignal } from '../health/signal.ts';
import type { Schedule } from './schedule.ts';
import type { BackfillSettings } from './settings.ts';

/** What every backfill says of itself; its SQL stands in files beside it. */
interface Common {
  /** One line: what is true when it is done. */
  readonly about: string;
  /** The table whose rows are walked: `shelf.user_books`. */
  readonly table: string;
  /** Its unique, not null columns in the order of an index; the primary key unless given. */
  readonly key?: string | readonly string[];
  /** The revision that made what it fills, as a target names it: without it the backfill does not start. */
  readonly after?: string;
  /** The revision that takes away what it reads: once that is applied, it does not start any more. */
  readonly until?: string;
  /** When it is run by itself under `godwit backfill serve`, as cron has it; in UTC unless a time zone is given. */
  readonly schedule?: string | Schedule;
  /** In place of the defaults; `godwit backfill set` goes before these. */
  readonly settings?: Partial<BackfillSettings>;
  /** Signals of your own that slow or pause it. */
  readonly signals?: readonly CustomSignal[];
}

/** `work.sql` does a range of keys by itself: `:from` and `:to`, both inclusive. */
export interface SqlBackfill extends Common {
  readonly mode?: 'sql';
}

/** What TypeScript turns a batch of rows into. */
interface Mapped<Row, Value> extends Common {
  /** The rows of `read.sql` as values for `work.sql`. Rows that are left out are left as they are. */
  readonly map: (rows: readonly Row[], context: MapContext) => Promise<readonly Value[]> | readonly Value[];
  /** Brings the values to the server before `work.sql` runs, in the same transaction; unless given they are its parameter `:rows`, as JSON. */
  readonly stage?: (client: Client, values: readonly Value[]) => Promise<void>;
  /** Whatever the values depend on beside the code: the name of a model. Part of the code's hash. */
  readonly version?: string;
}

export interface MapContext {
  readonly signal: AbortSignal;
}

/** `read.sql` gives a batch of rows, `map` turns them into values, `work.sql` writes those; all in one transaction. */
export interface RowsBackfill<Row, Value> extends Mapped<Row, Value> {
  readonly mode: 'rows';
}

/**
 * As `rows`, for a service that takes seconds: no transaction is open while `map` runs. The batch is leased meanwhile; `work.sql` writes a value
 * only where what it was made from is still there, say by `where md5(b.description) = r.source_hash`.
 */
export interface ExternalBackfill<Row, Value> extends Mapped<Row, Value> {
  readonly mode: 'external';
}

export type BackfillDefinition<Row, Value> = SqlBackfill | RowsBackfill<Row, Value> | ExternalBackfill<Row, Value>;

/** A definition as the engine runs it: what was left out is filled in, and of its types nothing is known. */
export interface LoadedDefinition {
  readonly mode: 'sql' | 'rows' | 'external';
  readonly about: string;
  readonly table: string;
  readonly key: readonly string[] | null;
  readonly after: string | null;
  readonly until: string | null;
  readonly schedule: Schedule | null;
  readonly settings: Partial<BackfillSettings>;
  readonly signals: readonly CustomSignal[];
  readonly version: string;
  /** Null in the mode `sql`. */
  readonly mapping: Mapping | null;
}

/** What `read.sql` gives goes to `map`; what that gives goes to `stage`, or else to `work.sql` as `:rows`. */
export interface Mapping {
  readonly map: (rows: readonly unknown[], context: MapContext) => Promise<readonly unknown[]>;
  readonly stage: ((client: Client, values: readonly unknown[]) => Promise<void>) | null;
}
