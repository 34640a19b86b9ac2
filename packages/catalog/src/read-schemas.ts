import * as v from 'valibot';
import { askCatalog } from './ask-catalog.ts';
import type { CatalogReader } from './catalog-reader.ts';
import { namespaceSchema } from './catalog-row.ts';

/** Schemas of tools, whose tables are not what a database is about; pg-boss migrates its own. */
export const TOOLS: readonly string[] = ['graphile_migrate', 'godwit', 'pgboss'];

/** Object identifiers of the schemas that belong to a catalog: not the system's, not those of the tools, not the ignored ones. */
export async function readSchemas(client: CatalogReader, ignored: readonly string[] = []): Promise<readonly string[]> {
  return v.parse(v.array(namespaceSchema), await askCatalog(client, 'namespaces', [[...TOOLS, ...ignored]])).map(({ oid }) => oid);
}
