import { readServerError } from '@godwit/postgres';

/** What pg says of a connection that is not there any more. */
const GONE = /^(?:Connection terminated|Client has encountered a connection error|Client was closed)/;

/** The server says goodbye in words when it shuts down or an administrator ends the session (class 57P); otherwise the socket just closes. */
export function isConnectionLoss(error: unknown): boolean {
  const server = readServerError(error);
  if (server !== null) return /^57P0[1-5]$/.test(server.sqlState);
  return error instanceof Error && ('errno' in error || GONE.test(error.message));
}
