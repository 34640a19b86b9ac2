import { readSql } from '@godwit/postgres';
import type { CatalogReader } from './catalog-reader.ts';
import { CatalogUnreadable } from './errors/catalog-unreadable.ts';

/**
 * Runs one of our queries by its file's name. Values that it has no place for are not sent.
 *
 * @throws CatalogUnreadable
 */
export async function askCatalog(client: CatalogReader, name: string, values: readonly unknown[] = []): Promise<readonly unknown[]> {
  const text = readSql(import.meta.url, `./sql/${name}.sql`);
  try {
    return (await client.query(text, text.includes('$1') ? [...values] : undefined)).rows;
  } catch (error) {
    throw new CatalogUnreadable(name, error);
  }
}
