import { GodwitError } from '@godwit/diagnostics';
import { ServerReadOnly } from '@godwit/migrator';
import { type Client, isStandby, readServerError } from '@godwit/postgres';
import { ConnectionBroken, NotPermitted, ReadOnlyDatabase, ServerRefused } from './server-errors.ts';

/** Words of pg for a connection that ended under a query. */
const BROKEN = /^(Connection terminated|Client has encountered a connection error|read ECONNRESET|write EPIPE)/;

/** What a standby says of a statement that writes, and of a transaction that would. */
const WRITES = ['25006', '0A000'];

/** What a query of ours ran into, as an error with a next step; anything that did not come from the server or the network stays as it is. */
export function explainServerError(error: unknown, role: string, client: Client | null = null): unknown {
  if (error instanceof GodwitError || !(error instanceof Error)) return error;
  const server = readServerError(error);
  if (server === null) return BROKEN.test(error.message) ? new ConnectionBroken(error.message, error) : error;
  if (server.sqlState === '42501') return new NotPermitted(role, server, error);
  if (WRITES.includes(server.sqlState) && client !== null && isStandby(client)) return new ServerReadOnly(error);
  if (server.sqlState === '25006') return new ReadOnlyDatabase(server, error);
  if (/^57P0[1-5]$/.test(server.sqlState)) return new ConnectionBroken(server.message, error);
  return new ServerRefused(server, error);
}
