import type { Client } from '@godwit/postgres';
import { Pool, type PoolClient } from 'pg';

/** Statements that begin and end a transaction; the transaction is the caller's, so they are not sent. */
const TRANSACTION = /^(?:begin|commit|rollback)\b/i;

/**
 * One open connection in the shape of a pool, which is how the engine asks for connections: it reads what the caller's transaction sees,
 * and leaves that transaction alone. Nothing is ever connected or closed.
 */
export function borrowedPool(client: Client): Pool {
  const lent = lend(client);
  return new Proxy(new Pool(), {
    get: (pool, name) => (name === 'connect' ? async () => lent : Reflect.get(pool, name)),
  });
}

function lend(client: Client): PoolClient {
  const release = (): void => undefined;
  const query = async (text: string): Promise<unknown> => (TRANSACTION.test(text) ? { rows: [] } : await client.query(text));
  const proxy = new Proxy(client, {
    get: (target, name) => (name === 'query' ? query : name === 'release' ? release : Reflect.get(target, name)),
    set: () => true,
    defineProperty: () => true,
  });
  return Object.assign(proxy, { release });
}
