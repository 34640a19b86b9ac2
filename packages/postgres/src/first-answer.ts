import type { Client } from 'pg';
import { isEmbeddedServer } from './is-embedded-server.ts';

/** Linux counts no further, other systems less far: who announces another number as its process is a pooler, which draws one by lot. */
const GREATEST_PROCESS = 2 ** 22;

/**
 * Whether a query may have to wait although the login is over: a pooler takes logins as they come, and queries when it has a connection to
 * the server for them. Nobody else is asked, since a question takes its time.
 *
 * @param beside whether the caller holds another connection, which may be the only one that there is
 */
export function mayWaitForAnswer(client: Client, beside: boolean): boolean {
  // One backend for all: it answers when the transaction of the other connection is over.
  if (isEmbeddedServer(client)) return false;
  const announced: unknown = Reflect.get(client, 'processID');
  return beside || (typeof announced === 'number' && (announced < 0 || announced > GREATEST_PROCESS));
}

/** Ends when the first query is answered. */
export async function firstAnswer(client: Client): Promise<void> {
  await client.query('select 1');
}
