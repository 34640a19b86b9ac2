import { addressOf, ConnectionError, type Destination } from './connection-error.ts';

const DIRECT_URL = "Use the server's direct URL for migrations (often port 5432 in place of 6543 or 6432, or a host name without -pooler)";

/** A pooler in transaction mode stands between us and the server. */
export class TransactionPooler extends ConnectionError {
  constructor(to: Destination) {
    super(to, {
      code: 'GW108',
      message: `${addressOf(to)} is a connection pooler in transaction mode`,
      details: ['Session settings, advisory locks and CREATE INDEX CONCURRENTLY do not work through it'],
      help: `${DIRECT_URL}; the application keeps the pooler's.`,
      transient: false,
    });
  }
}

interface ExhaustedOptions {
  /** True when the command holds a connection through it already. */
  readonly beside: boolean;
  /** How long it was waited for; null when the pooler itself gave up. */
  readonly waitedMs: number | null;
  readonly cause?: unknown;
}

/** A pooler has taken the login, and has no connection to the server on which a query could run. */
export class PoolerExhausted extends ConnectionError {
  constructor(to: Destination, { beside, waitedMs, cause }: ExhaustedOptions) {
    const wanted = beside ? 'connection for this command beside the one that it holds' : 'connection to the server left';
    super(to, {
      code: 'GW176',
      message: `${addressOf(to)} is a connection pooler, and has no ${wanted}`,
      details: [waitedMs === null ? 'It gave up waiting for one' : `None came free within ${waitedMs / 1000} s`],
      help: `${DIRECT_URL},\nor let the pool have more connections, three for a migration (PgBouncer: pool_size of the database, default_pool_size).`,
      waiting: beside ? undefined : 'To wait longer: PGCONNECT_TIMEOUT=30, or connect_timeout=30 in the URL.',
      cause,
      // Others may give one back, and behind a pooler a server that is away looks the same.
      transient: true,
    });
  }
}
