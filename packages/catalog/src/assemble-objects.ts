import * as v from 'valibot';
import { type CatalogObject, objectSchema } from './catalog-object.ts';
import type { CatalogRow } from './catalog-row.ts';
import { UnexpectedRow } from './errors/unexpected-row.ts';
import { objectId } from './object-id.ts';
import { modernViewDefinition } from './view-definition.ts';

/** Catalogs whose rows have grants: an object there without any has an empty list, not null. */
const WITH_GRANTS = ['pg_class', 'pg_proc', 'pg_namespace', 'pg_type', 'pg_foreign_data_wrapper', 'pg_foreign_server', 'pg_default_acl'];
const WITHOUT_GRANTS = ['index', 'attribute'];

export interface CatalogRows {
  readonly rows: readonly CatalogRow[];
  readonly comments: readonly { readonly key: string; readonly comment: string }[];
  readonly grants: readonly { readonly key: string; readonly grants: readonly string[] }[];
  /** 170005 for 17.5. */
  readonly serverVersion: number;
  /** Ids, by key, of what rows are within and what is not among them. */
  readonly outer?: ReadonlyMap<string, string>;
}

/**
 * Joins objects with their comments and grants, and names by id what they are within.
 *
 * @throws UnexpectedRow
 */
export function assembleObjects({ rows, comments, grants, serverVersion, outer = new Map() }: CatalogRows): Record<string, CatalogObject> {
  const ids = new Map(rows.map((row) => [row.key, objectId(row.kind, row.path, row.signature)]));
  const commentOf = new Map(comments.map(({ key, comment }) => [key, comment]));
  const grantsOf = new Map(grants.map((entry) => [entry.key, entry.grants]));
  const objects = rows.map((row): readonly [string, CatalogObject] => {
    const id = objectId(row.kind, row.path, row.signature);
    const grantable = WITH_GRANTS.includes(row.key.slice(0, row.key.indexOf('/'))) && !WITHOUT_GRANTS.includes(row.kind);
    const parsed = v.safeParse(objectSchema, {
      kind: row.kind,
      id,
      path: row.path,
      within: row.within.flatMap((key) => ids.get(key) ?? outer.get(key) ?? []),
      owner: row.owner,
      comment: commentOf.get(row.key) ?? null,
      grants: grantable ? (grantsOf.get(row.key) ?? []).toSorted() : null,
      properties: serverVersion < 160_000 ? modernize(row) : row.properties,
    });
    if (!parsed.success) throw new UnexpectedRow(id, parsed.issues);
    return [id, parsed.output];
  });
  return Object.fromEntries(objects.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function modernize({ kind, properties }: CatalogRow): CatalogRow['properties'] {
  const { definition } = properties;
  const isView = kind === 'view' || kind === 'materialized view';
  return isView && typeof definition === 'string' ? { ...properties, definition: modernViewDefinition(definition) } : properties;
}
