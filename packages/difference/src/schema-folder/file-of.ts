import type { Catalog, CatalogObject } from '@godwit/catalog';

/** Folders of what has a file of its own in its schema. */
const FOLDERS: { readonly [kind: string]: string } = {
  table: 'tables',
  view: 'views',
  'materialized view': 'views',
  sequence: 'sequences',
  function: 'functions',
  procedure: 'functions',
  aggregate: 'functions',
  enum: 'types',
  domain: 'types',
  'composite type': 'types',
  'range type': 'types',
  'base type': 'types',
  collation: 'collations',
  'text search configuration': 'text-search',
  'text search dictionary': 'text-search',
};

/** What belongs to no schema, or to none alone. */
const FILES: { readonly [kind: string]: string } = {
  extension: 'extensions.sql',
  'event trigger': 'event-triggers.sql',
  publication: 'publications.sql',
  'foreign-data wrapper': 'foreign-servers.sql',
  'foreign server': 'foreign-servers.sql',
  'user mapping': 'foreign-servers.sql',
  cast: 'casts.sql',
  'default privileges': 'default-privileges.sql',
};

/** The file that an object stands in: its own, or that of what it belongs to. */
export function fileOf(catalog: Catalog, id: string): string {
  const object = catalog.objects[id];
  const kind = object?.kind ?? KINDS.find((known) => id.startsWith(`${known} `)) ?? 'other';
  const file = FILES[kind];
  if (file !== undefined) return file;
  if (object === undefined) return 'other.sql';
  const [schema = '', name = ''] = object.path;
  if (object.kind === 'schema') return `${segment(schema)}/schema.sql`;
  const folder = FOLDERS[object.kind];
  if (folder !== undefined) return `${segment(schema)}/${folder}/${segment(name)}.sql`;
  const outer = outermost(catalog, object);
  return outer === object ? `${segment(schema)}/schema.sql` : fileOf(catalog, outer.id);
}

/** Every file of the folder that may hold something of a catalog. */
export function filesOf(catalog: Catalog): ReadonlySet<string> {
  return new Set(Object.keys(catalog.objects).map((id) => fileOf(catalog, id)));
}

/** The table of an index, the sequence's owner is not it: a sequence has a file of its own. */
function outermost(catalog: Catalog, object: CatalogObject): CatalogObject {
  const outer = object.within
    .map((id) => catalog.objects[id])
    .find((candidate) => candidate !== undefined && candidate.kind !== 'schema' && candidate.kind !== object.kind);
  return outer === undefined ? object : FOLDERS[outer.kind] === undefined ? outermost(catalog, outer) : outer;
}

const KINDS = [
  'extension',
  'event trigger',
  'publication',
  'foreign-data wrapper',
  'foreign server',
  'user mapping',
  'cast',
  'default privileges',
];

/** A name as one part of a path that every file system takes. */
function segment(name: string): string {
  return name
    .replace(/[^\w.-]/g, (character) => `%${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`)
    .replace(/^\.+$/, (dots) => dots.replaceAll('.', '%2e'));
}
