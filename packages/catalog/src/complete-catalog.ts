import * as v from 'valibot';
import { askCatalog } from './ask-catalog.ts';
import { assembleObjects, type CatalogRows } from './assemble-objects.ts';
import { CATALOG_FORMAT, type Catalog } from './catalog.ts';
import type { CatalogReader } from './catalog-reader.ts';
import { commentSchema, extensionSchema, grantsSchema } from './catalog-row.ts';

export interface ReadRows extends Omit<CatalogRows, 'comments' | 'grants'> {
  /** As the server gave them. */
  readonly grants: readonly unknown[];
}

/**
 * The catalog of rows on objects, with their comments and the extensions.
 *
 * @throws CatalogUnreadable, UnexpectedRow
 */
export async function completeCatalog(client: CatalogReader, { grants, ...known }: ReadRows): Promise<Catalog> {
  const comments = v.parse(v.array(commentSchema), await askCatalog(client, 'comments'));
  const extensions = v.parse(v.array(extensionSchema), await askCatalog(client, 'extensions'));
  return {
    format: CATALOG_FORMAT,
    objects: assembleObjects({ ...known, comments, grants: v.parse(v.array(grantsSchema), grants) }),
    extensions: Object.fromEntries(extensions.map(({ name, schema }) => [name, { schema }])),
  };
}
