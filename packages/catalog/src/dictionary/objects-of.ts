import type { Catalog } from '../catalog.ts';
import type { CatalogObject, ObjectKind, ObjectOfKind } from '../catalog-object.ts';

/** The objects of one kind in a schema, in the order of their ids. */
export function objectsOf<K extends ObjectKind>(catalog: Catalog, kind: K, schema: string): readonly ObjectOfKind<K>[] {
  return Object.values(catalog.objects).filter((object): object is ObjectOfKind<K> => object.kind === kind && object.path[0] === schema);
}

/** Those that are part of another one. */
export function partsOf<K extends ObjectKind>(catalog: Catalog, kind: K, { id, path }: CatalogObject): readonly ObjectOfKind<K>[] {
  return objectsOf(catalog, kind, path[0] ?? '').filter(({ within }) => within.includes(id));
}

/** `shelf.books` in the page of shelf is `books`. */
export function nameIn(schema: string, qualified: string): string {
  return qualified.startsWith(`${schema}.`) ? qualified.slice(schema.length + 1) : qualified;
}
