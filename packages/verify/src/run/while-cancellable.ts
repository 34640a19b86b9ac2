import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

export interface CancelOptions {
  readonly client: Client;
  /** Another connection to the same database. */
  readonly connect: () => Promise<Client>;
  readonly signal?: AbortSignal | undefined;
}

const backend = v.object({ pid: v.number() });

/**
 * Runs something on a connection whose statement is cancelled when the signal is raised: it then fails with 57014. Where there is one backend for
 * everybody (the embedded server) the statement ends by itself.
 */
export async function whileCancellable<T>({ client, connect, signal }: CancelOptions, work: () => Promise<T>): Promise<T> {
  if (signal === undefined) return await work();
  const { rows } = await client.query(readSql(import.meta.url, './sql/backend-pid.sql'));
  const { pid } = v.parse(backend, rows[0]);
  let cancelling: Promise<unknown> = Promise.resolve();
  const onAbort = (): void => {
    cancelling = cancelBackend(connect, pid);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', onAbort);
    await cancelling;
  }
}

/** Where that fails, the statement ends by itself. */
async function cancelBackend(connect: CancelOptions['connect'], pid: number): Promise<void> {
  try {
    const other = await connect();
    await other.query(readSql(import.meta.url, './sql/cancel-backend.sql'), [pid]).finally(() => other.end());
  } catch {
    // The server is gone, or has no room for another connection.
  }
}
