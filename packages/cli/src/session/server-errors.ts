import { GodwitError } from '@godwit/diagnostics';
import type { ServerErrorFields } from '@godwit/postgres';

/** The role lacks a privilege that the command needs. */
export class NotPermitted extends GodwitError {
  constructor(role: string, server: ServerErrorFields, cause: unknown) {
    super({
      code: 'GW505',
      message: `The role ${role} may not do this: ${server.message}`,
      details: detailsOf(server),
      cause,
      help: 'use the role that owns the ledger (schemas graphile_migrate and godwit), or ask its owner for the privilege',
    });
  }
}

/** The database, the role or the server takes no writes. */
export class ReadOnlyDatabase extends GodwitError {
  constructor(server: ServerErrorFields, cause: unknown) {
    super({
      code: 'GW506',
      message: `The database takes no writes: ${server.message}`,
      details: detailsOf(server),
      cause,
      help: 'a standby: name the primary in DATABASE_URL\nelse default_transaction_read_only is on: alter database … reset default_transaction_read_only',
    });
  }
}

/** The server or the network ended the connection. */
export class ConnectionBroken extends GodwitError {
  constructor(message: string, cause: unknown) {
    super({
      code: 'GW507',
      message: `The connection to the database was lost: ${message}`,
      cause,
      help: "the server's log has the reason; to wait until it is back: godwit wait",
    });
  }
}

/** The server refused one of Godwit's own queries for a reason that nobody foresaw. */
export class ServerRefused extends GodwitError {
  constructor(server: ServerErrorFields, cause: unknown) {
    super({
      code: 'GW508',
      message: `The server refused a query: ${server.message}`,
      details: detailsOf(server),
      cause,
      help: 'run the command again with --verbose to see where',
    });
  }
}

function detailsOf({ sqlState, detail, hint }: ServerErrorFields): string[] {
  return [`SQLSTATE ${sqlState}`, ...(detail === undefined ? [] : [`DETAIL: ${detail}`]), ...(hint === undefined ? [] : [`HINT: ${hint}`])];
}
