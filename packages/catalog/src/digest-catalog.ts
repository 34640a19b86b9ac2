import { createHash } from 'node:crypto';
import { CATALOG_FORMAT, type Catalog } from './catalog.ts';
import type { CatalogObject } from './catalog-object.ts';

export interface CatalogDigest {
  /** Digests of different formats say nothing about each other. */
  readonly format: number;
  /** Of the whole: sha256, in hexadecimal. Equal exactly when `objects` are. */
  readonly digest: string;
  /** One of each object, by id. */
  readonly objects: Readonly<Record<string, string>>;
}

export interface DigestOptions {
  /** True takes the names and schemas of the extensions in. They are prerequisites, not made by revisions, so not by default. */
  readonly extensions?: boolean;
}

/** A digest of each object and of the whole catalog: two catalogs without differences have equal ones, on any machine. */
export function digestCatalog(catalog: Catalog, options: DigestOptions = {}): CatalogDigest {
  const things: [string, unknown][] = Object.values(catalog.objects).map((object) => [object.id, content(object)]);
  if (options.extensions === true) {
    for (const [name, extension] of Object.entries(catalog.extensions)) things.push([`extension ${name}`, extension]);
  }
  const objects = things
    .map(([id, value]): readonly [string, string] => [id, sha256(canonicalJson(value))])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    format: CATALOG_FORMAT,
    digest: sha256(canonicalJson([CATALOG_FORMAT, objects])),
    objects: Object.fromEntries(objects),
  };
}

/** What `within` says is told by the table, its columns and its partition bound. */
function content({ within, ...rest }: CatalogObject): unknown {
  return rest;
}

/** JSON with the keys in order, whatever order they were written in. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
