import { type Client, detectTransactionPooler, readSql, TransactionPooler } from '@godwit/postgres';
import * as v from 'valibot';
import { QueueNeedsServer } from '../errors/serve-errors.ts';

const embeddedRow = v.object({ embedded: v.boolean() });

/**
 * Whether this connection leads to a server that a queue can live on: one with a process for each connection, whose session locks stay ours.
 *
 * @throws QueueNeedsServer, TransactionPooler
 */
export async function requireQueueServer(client: Client, connect: () => Promise<Client>): Promise<void> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/on-embedded-server.sql'));
  if (v.parse(embeddedRow, rows[0]).embedded) throw new QueueNeedsServer();
  if (await detectTransactionPooler(client, connect)) {
    const { host, port, user = '', database = '' } = client;
    throw new TransactionPooler({ host, port, user, database, origin: 'configuration' });
  }
}
