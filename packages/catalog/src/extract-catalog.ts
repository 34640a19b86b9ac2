import * as v from 'valibot';
import { askCatalog } from './ask-catalog.ts';
import type { Catalog } from './catalog.ts';
import type { CatalogReader } from './catalog-reader.ts';
import { kindSchema, rowSchema } from './catalog-row.ts';
import { completeCatalog } from './complete-catalog.ts';
import { type NarrowOptions, narrowCatalog } from './narrow-catalog.ts';
import { objectQueries } from './object-queries.ts';
import { readSchemas } from './read-schemas.ts';
import { inReadSession } from './read-session.ts';

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
  const catalog = await inReadSession(client, (version) => read(client, version, options.ignoreSchemas));
  return narrowCatalog(catalog, options);
}

async function read(client: CatalogReader, serverVersion: number, ignored?: readonly string[]): Promise<Catalog> {
  const schemas = await readSchemas(client, ignored);
  const rows: unknown[] = [];
  for (const name of await worthAsking(client, schemas)) for (const row of await askCatalog(client, name, [schemas])) rows.push(row);
  const grants = await askCatalog(client, 'grants', [schemas]);
  return await completeCatalog(client, { rows: v.parse(v.array(rowSchema), rows), grants, serverVersion });
}

/** The queries that may have something to tell. Most kinds of objects are in few databases, and each query is a round trip. */
async function worthAsking(client: CatalogReader, schemas: readonly string[]): Promise<readonly string[]> {
  const absent = new Set(v.parse(v.array(kindSchema), await askCatalog(client, 'absent-kinds', [schemas])).map(({ name }) => name));
  return objectQueries.filter((name) => !absent.has(name));
}
