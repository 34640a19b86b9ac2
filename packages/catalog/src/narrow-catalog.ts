import type { Catalog } from './catalog.ts';
import type { CatalogObject } from './catalog-object.ts';

export interface NarrowOptions {
  /** False leaves owners out: for databases that belong to different roles. */
  readonly owners?: boolean;
  /** False leaves grants and default privileges out. */
  readonly grants?: boolean;
  /** Only what is in these schemas, and the schemas themselves; what is in no schema (casts, publications) is left out. */
  readonly schemas?: readonly string[];
}

/** A catalog with less in it; itself when there is nothing to leave out. Both sides of a comparison must be narrowed in the same way. */
export function narrowCatalog(catalog: Catalog, options: NarrowOptions): Catalog {
  const all = Object.values(catalog.objects);
  if (all.every((object) => isKept(object, options) && strip(object, options) === object)) return catalog;
  const kept = all.filter((object) => isKept(object, options));
  return { ...catalog, objects: Object.fromEntries(kept.map((object) => [object.id, strip(object, options)])) };
}

function isKept(object: CatalogObject, { grants, schemas }: NarrowOptions): boolean {
  if (grants === false && object.kind === 'default privileges') return false;
  if (schemas === undefined) return true;
  const schema = schemaOf(object);
  return schema !== null && schemas.includes(schema);
}

function strip(object: CatalogObject, { owners, grants }: NarrowOptions): CatalogObject {
  const isBare = (owners !== false || object.owner === null) && (grants !== false || object.grants === null);
  if (isBare) return object;
  return { ...object, owner: owners === false ? null : object.owner, grants: grants === false ? null : object.grants };
}

const WITHOUT_SCHEMA = ['event trigger', 'publication', 'foreign-data wrapper', 'foreign server', 'user mapping', 'cast'];

function schemaOf({ kind, path }: CatalogObject): string | null {
  if (kind === 'default privileges') return path[1] ?? null;
  return WITHOUT_SCHEMA.includes(kind) ? null : (path[0] ?? null);
}
