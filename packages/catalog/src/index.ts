export { CATALOG_FORMAT, type Catalog, type Extension, parseCatalog } from './catalog.ts';
export type { CatalogObject, ObjectKind, ObjectOfKind } from './catalog-object.ts';
export type { CatalogReader } from './catalog-reader.ts';
export { CatalogUnreadable } from './errors/catalog-unreadable.ts';
export { InvalidCatalog } from './errors/invalid-catalog.ts';
export { UnexpectedRow } from './errors/unexpected-row.ts';
export { UnsupportedServer } from './errors/unsupported-server.ts';
export { type ExtractOptions, extractCatalog } from './extract-catalog.ts';
export { type NarrowOptions, narrowCatalog } from './narrow-catalog.ts';
