import type { PlannedRevision } from '@godwit/difference';
import type { Client } from '@godwit/postgres';

export interface Tried {
  /** Statements that the server took, in order. */
  readonly done: readonly string[];
  /** Statements that need something which is not there yet. */
  readonly waiting: readonly string[];
}

/** Runs a revision on a database that may be changed, as it would run: in a transaction, or statement by statement. */
export async function tryRevision(
  client: Client,
  { statements, transactional }: Pick<PlannedRevision, 'statements' | 'transactional'>,
): Promise<Tried> {
  const [done, waiting]: [string[], string[]] = [[], []];
  if (!transactional) {
    for (const sql of statements) await client.query(sql);
    return { done: statements, waiting: [] };
  }
  await client.query('begin');
  try {
    await client.query('set local check_function_bodies = off');
    for (const sql of statements) {
      await client.query('savepoint godwit_statement');
      try {
        await client.query(sql);
        done.push(sql);
      } catch {
        await client.query('rollback to savepoint godwit_statement');
        waiting.push(sql);
      }
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return { done, waiting };
}
