import type { Client } from '@godwit/postgres';

/**
 * Runs with a database that it may change: everything is taken back, whatever happens. In the caller's transaction when one is open, which
 * is afterwards as before.
 */
export async function inRolledBack<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const isOpen = client.getTransactionStatus() === 'T';
  await client.query(isOpen ? 'savepoint godwit_difference' : 'begin');
  try {
    return await work();
  } finally {
    await client.query(isOpen ? 'rollback to savepoint godwit_difference; release savepoint godwit_difference' : 'rollback');
  }
}

/** Runs one text; false when the server refuses it, and then the transaction is as before it. */
export async function attempt(client: Client, sql: string): Promise<unknown> {
  await client.query('savepoint godwit_attempt');
  try {
    await client.query(sql);
    await client.query('release savepoint godwit_attempt');
    return null;
  } catch (error) {
    await client.query('rollback to savepoint godwit_attempt; release savepoint godwit_attempt');
    return error;
  }
}
