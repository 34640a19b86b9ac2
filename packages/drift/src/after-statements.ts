import { type Client, readServerError } from '@godwit/postgres';

/**
 * Runs with a database after some statements, in a transaction that is taken back; null where the server refuses one of them. What the work
 * throws is the caller's.
 */
export async function afterStatements<T>(client: Client, statements: readonly string[], work: () => Promise<T>): Promise<T | null> {
  await client.query('begin');
  try {
    await client.query('set local check_function_bodies = off');
    return (await areAccepted(client, statements)) ? await work() : null;
  } finally {
    await client.query('rollback');
  }
}

/** @returns false where the server refuses one, and then the transaction is of no more use */
export async function areAccepted(client: Client, statements: readonly string[]): Promise<boolean> {
  try {
    for (const sql of statements) await client.query(sql);
    return true;
  } catch (error) {
    if (readServerError(error) === null) throw error;
    return false;
  }
}
