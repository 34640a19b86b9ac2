import { GodwitError } from '@godwit/diagnostics';
import { sqlStateOf } from '@godwit/postgres';

/** A query on the system catalog failed: the connection went, a lock or statement timeout struck, or the caller's transaction had failed before. */
export class CatalogUnreadable extends GodwitError {
  /** Which of the queries: `views`, `grants`. */
  readonly query: string;
  /** The server's code for it: `55P03` is a lock timeout. Null when it did not come from the server. */
  readonly sqlState: string | null;

  constructor(query: string, cause: unknown) {
    super({
      code: 'GW171',
      message: `The description of the database could not be read (${query}): ${cause instanceof Error ? cause.message : String(cause)}`,
      help: 'Nothing was changed. If other migrations run on this database, wait for them, then repeat the command',
      cause,
    });
    this.query = query;
    this.sqlState = sqlStateOf(cause);
  }
}
