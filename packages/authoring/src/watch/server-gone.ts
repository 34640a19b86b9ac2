import { GodwitError } from '@godwit/diagnostics';
import { ConnectionLost } from '@godwit/migrator';
import { type Client, connectionLoss, readServerError } from '@godwit/postgres';

/** The connection is lost: the server goes down, or somebody ended the session. */
export class ServerGone extends Error {
  readonly reason: string;

  constructor(client: Client, cause: unknown) {
    const reason = reasonOf(cause) ?? reasonOf(connectionLoss(client)) ?? 'the connection was closed';
    super(`The server is gone: ${reason}`, { cause });
    this.reason = reason;
  }

  /** Null for an error that has another reason than that. */
  static from(client: Client, error: unknown): ServerGone | null {
    if (error instanceof ServerGone) return error;
    const isLost = error instanceof ConnectionLost || isConnectionError(error) || connectionLoss(client) !== null;
    const saysSo =
      error instanceof Error && /^(?:Connection terminated|Client (?:has encountered a connection error|was closed))/.test(error.message);
    return isLost || saysSo || /^57P0[1-5]$/.test(readServerError(error)?.sqlState ?? '') ? new ServerGone(client, error) : null;
  }
}

/** Why no connection was to be had. By its shape: whoever connects may have another copy of the class. */
export function isConnectionError(error: unknown): boolean {
  return error instanceof GodwitError && 'transient' in error;
}

/** The last cause says it in the words of the server or the network. */
function reasonOf(error: unknown): string | null {
  let last: string | null = null;
  for (let at = error; at instanceof Error; at = at.cause) last = at.message;
  return last;
}
