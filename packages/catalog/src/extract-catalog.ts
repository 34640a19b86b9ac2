import * as v from 'valibot';
import { askCatalog } from './ask-catalog.ts';
import { assembleObjects } from './assemble-objects.ts';
import { CATALOG_FORMAT, type Catalog } from './catalog.ts';
import type { CatalogReader } from './catalog-reader.ts';
import { commentSchema, extensionSchema, grantsSchema, kindSchema, namespaceSchema, rowSchema } from './catalog-row.ts';
import { type NarrowOptions, narrowCatalog } from './narrow-catalog.ts';
import { objectQueries } from './object-queries.ts';
import { inReadSession } from './read-session.ts';

/** The tools' own tables are not what a database is about; pg-boss migrates its own. */
export const TOOLS = ['graphile_migrate', 'godwit', 'pgboss'];

export interface ExtractOptions extends NarrowOptions {
  /** Left out beside `graphile_migrate`, `godwit`, `pgboss` and the system's schemas, with all that is in them. */
  readonly ignoreSchemas?: readonly string[];
}

/**
 * Reads what a database looks like. In the caller's transaction when one is open, which then shows its own uncommitted changes; else in a
 * read-only one with a single snapshot. Takes ACCESS SHARE locks on what views refer to, and waits for them as the session's
 * `lock_timeout` allows.
 *
 * @throws ServerTooOld before PostgreSQL 15
 * @throws CatalogUnreadable when a query fails
 * @throws UnexpectedRow when the server answers in a way that this version does not know
 */
export async function extractCatalog(client: CatalogReader, options: ExtractOptions = {}): Promise<Catalog> {
  const catalog = await inReadSession(client, (version) => read(client, version, [...TOOLS, ...(options.ignoreSchemas ?? [])]));
  return narrowCatalog(catalog, options);
}

async function read(client: CatalogReader, serverVersion: number, ignored: readonly string[]): Promise<Catalog> {
  const namespaces = v.parse(v.array(namespaceSchema), await askCatalog(client, 'namespaces', [ignored])).map(({ oid }) => oid);
  const rows: unknown[] = [];
  for (const name of await worthAsking(client, namespaces)) for (const row of await askCatalog(client, name, [namespaces])) rows.push(row);
  const comments = v.parse(v.array(commentSchema), await askCatalog(client, 'comments'));
  const grants = v.parse(v.array(grantsSchema), await askCatalog(client, 'grants', [namespaces]));
  const extensions = v.parse(v.array(extensionSchema), await askCatalog(client, 'extensions'));
  return {
    format: CATALOG_FORMAT,
    objects: assembleObjects({ rows: v.parse(v.array(rowSchema), rows), comments, grants, serverVersion }),
    extensions: Object.fromEntries(extensions.map(({ name, schema }) => [name, { schema }])),
  };
}

/** The queries that may have something to tell. Most kinds of objects are in few databases, and each query is a round trip. */
async function worthAsking(client: CatalogReader, namespaces: readonly string[]): Promise<readonly string[]> {
  const absent = new Set(v.parse(v.array(kindSchema), await askCatalog(client, 'absent-kinds', [namespaces])).map(({ name }) => name));
  return objectQueries.filter((name) => !absent.has(name));
}
