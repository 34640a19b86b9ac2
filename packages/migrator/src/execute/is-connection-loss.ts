import { readServerError } from '@godwit/postgres';

/** The server says goodbye in words when it shuts down or an administrator ends the session (class 57P); otherwise the socket just closes. */
export function isConnectionLoss(error: unknown): boolean {
  const server = readServerError(error);
  return server === null || /^57P0[1-5]$/.test(server.sqlState);
}
