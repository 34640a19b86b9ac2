import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { CatalogReader } from './catalog-reader.ts';
import { CatalogUnreadable } from './errors/catalog-unreadable.ts';
import { objectId } from './object-id.ts';

const rowsSchema = v.array(
  v.object({ relation: v.string(), version: v.string(), kind: v.nullable(v.string()), path: v.nullable(v.array(v.string())) }),
);

/** What can be known of a relation without reading it closely. */
export interface RelationVersion {
  /** Another one as soon as a row of the system catalog about it is. */
  readonly version: string;
  /** What it is called in a catalog, whether it is in one or not; null for what is none there, such as an index. */
  readonly id: string | null;
}

/**
 * By object identifier. In the caller's transaction when one is open, which then shows its own uncommitted changes.
 *
 * @throws CatalogUnreadable
 */
export async function readRelationVersions(client: CatalogReader): Promise<ReadonlyMap<string, RelationVersion>> {
  const rows = v.parse(rowsSchema, await ask(client));
  return new Map(
    rows.map(({ relation, version, kind, path }) => [
      relation,
      { version, id: kind === null || path === null ? null : objectId(kind, path, null) },
    ]),
  );
}

async function ask(client: CatalogReader): Promise<readonly unknown[]> {
  try {
    return (await client.query(readSql(import.meta.url, './sql/relation-versions.sql'), [])).rows;
  } catch (error) {
    throw new CatalogUnreadable('relation-versions', error);
  }
}
