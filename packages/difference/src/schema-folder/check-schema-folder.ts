import { compareCatalogs, describeDifference, narrowCatalog } from '@godwit/catalog';
import type { Client } from '@godwit/postgres';
import type { SchemaSnapshot } from '../schema-snapshot.ts';
import { takeSnapshot } from '../take-snapshot.ts';
import { loadSchemaFolder } from './load-schema-folder.ts';

/**
 * What a folder of SQL says otherwise than a schema, in words, seen from the schema to the folder. Empty when they agree. Owners are not
 * compared, and neither is the order of columns: PostgreSQL puts new ones last, wherever they were written.
 *
 * @param client of an empty database, in which the folder is built and stays
 * @throws NoSchemaFolder, SchemaFolderFailed
 */
export async function checkSchemaFolder(client: Client, folder: string, expected: SchemaSnapshot): Promise<readonly string[]> {
  await loadSchemaFolder(client, folder);
  const [before, after] = [expected, await takeSnapshot(client)].map(({ catalog }) => narrowCatalog(catalog, { owners: false }));
  if (before === undefined || after === undefined) return [];
  return compareCatalogs(before, after, { extensions: true })
    .filter(({ changes }) => changes.length === 0 || changes.some(({ property }) => property !== 'columns'))
    .flatMap(describeDifference);
}
