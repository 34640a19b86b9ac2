import { type Client, quoteLiteral } from '@godwit/postgres';
import type { BackfillSettings } from '../definition/settings.ts';

/**
 * Opens the transaction of a batch. `godwit.backfill` tells triggers who writes: ours leave `updated_at` as it was. The server ends the session
 * itself when the machine has vanished, and with it the lock that is the lease. Nothing is compiled: each batch would be compiled anew, for longer
 * than a short statement that is estimated as a long one takes.
 */
export async function beginBatch(client: Client, name: string, settings: BackfillSettings): Promise<void> {
  const { lockTimeoutMs, statementTimeoutMs, idleTimeoutMs } = settings;
  await client.query(
    [
      'begin isolation level read committed read write',
      `set local godwit.backfill to ${quoteLiteral(name)}`,
      'set local jit to off',
      `set local lock_timeout to ${lockTimeoutMs}`,
      `set local statement_timeout to ${statementTimeoutMs}`,
      `set local idle_in_transaction_session_timeout to ${idleTimeoutMs}`,
    ].join('; '),
  );
}

/** Whatever the transaction did is undone; a connection that is gone has done so itself. */
export async function rollBack(client: Client): Promise<void> {
  await client.query('rollback').catch(() => undefined);
}
