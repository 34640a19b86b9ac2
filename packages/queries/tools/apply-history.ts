import { assertSound, readHistory } from '@godwit/history';
import type { Client } from '@godwit/postgres';

/**
 * Brings an empty database to the head of a history. It is thrown away afterwards, so that nothing is recorded in it.
 *
 * @throws what the history or the server has to say
 */
export async function applyHistory(client: Client, migrationsFolder: string): Promise<void> {
  const history = await readHistory(migrationsFolder);
  assertSound(history);
  for (const { body, transactional } of history.revisions) {
    if (transactional) await client.query('begin');
    await client.query(body);
    if (transactional) await client.query('commit');
  }
}
