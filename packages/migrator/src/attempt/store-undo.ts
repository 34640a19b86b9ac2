import type { Client } from 'pg';
import { storeUndoSql } from './attempt-writes.ts';
import type { StoredUndo } from './stored-attempt.ts';

/**
 * Keeps the way back of a text that is applied.
 *
 * @returns false when another text has taken its place meanwhile
 */
export async function storeUndo(client: Client, id: string, undo: StoredUndo): Promise<boolean> {
  const { rowCount } = await client.query(storeUndoSql(id, undo));
  return rowCount === 1;
}
