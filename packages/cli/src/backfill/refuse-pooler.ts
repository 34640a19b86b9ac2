import { detectTransactionPooler, TransactionPooler } from '@godwit/postgres';
import type { Session } from '../session/open-session.ts';

/** Places of workers are locks of a session, and through a pooler in transaction mode there is none. @throws TransactionPooler */
export async function refusePooler({ client, connect, database: { settings } }: Session): Promise<void> {
  if (await detectTransactionPooler(client, connect)) throw new TransactionPooler(settings);
}
