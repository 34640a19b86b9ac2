import { addressOf, ConnectionError, type Destination } from './connection-error.ts';

/** A pooler in transaction mode stands between us and the server. */
export class TransactionPooler extends ConnectionError {
  constructor(to: Destination) {
    super(to, {
      code: 'GW108',
      message: `${addressOf(to)} is a connection pooler in transaction mode`,
      details: ['Session settings, advisory locks and CREATE INDEX CONCURRENTLY do not work through it'],
      help: "Use the server's direct URL for migrations (often port 5432 in place of 6543 or 6432, or a host name without -pooler); the application keeps the pooler's.",
      transient: false,
    });
  }
}
