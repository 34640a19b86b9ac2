import * as v from 'valibot';
import type { Catalog } from './catalog.ts';
import type { CatalogObject, ObjectKind } from './catalog-object.ts';
import type { CatalogReader } from './catalog-reader.ts';
import { rowSchema } from './catalog-row.ts';
import { isSame } from './compare-objects.ts';
import { completeCatalog } from './complete-catalog.ts';
import { CatalogUnreadable } from './errors/catalog-unreadable.ts';
import { extractCatalog } from './extract-catalog.ts';
import { type NarrowOptions, narrowCatalog } from './narrow-catalog.ts';
import { grantsOfRelations, otherObjects, relationObjects, union } from './object-sql.ts';
import { readSchemas } from './read-schemas.ts';
import { inReadSession } from './read-session.ts';
import { type RelationVersion, readRelationVersions } from './relation-versions.ts';

export interface ReadAgainOptions extends Pick<NarrowOptions, 'owners' | 'grants'> {
  /** What the database looks like now; narrowed already or not. */
  readonly known: Catalog;
}

/** Gives what the database looks like by then. @throws CatalogUnreadable, UnexpectedRow */
export type ReadAgain = () => Promise<Catalog>;

/**
 * For who knows a database, changes it and wants to see what became of it: what is read then is what has been written since, not all there
 * is, and gives the catalog that `extractCatalog` would. What is as it was is the same object. Each read is by what was known at the start,
 * and so good after a rollback, too.
 *
 * The description of one object names others. Where one may have got another name, all is read.
 *
 * @throws CatalogUnreadable, ServerTooOld
 */
export async function readsAgain(client: CatalogReader, { known, ...scope }: ReadAgainOptions): Promise<ReadAgain> {
  const relations = await inReadSession(client, () => readRelationVersions(client));
  const start = { catalog: narrowCatalog(known, scope), relations, scope };
  return async () =>
    await inReadSession(
      client,
      async (serverVersion) => (await readWritten(client, start, serverVersion)) ?? (await extractCatalog(client, scope)),
    );
}

/** Keys of relations and what belongs to one. Rows of all else are read each time. */
const OF_RELATION = /^pg_(?:class|constraint|trigger)\//;

interface Start {
  readonly catalog: Catalog;
  readonly relations: ReadonlyMap<string, RelationVersion>;
  readonly scope: NarrowOptions;
}

/** Null when that is not enough to know what it looks like. */
async function readWritten(client: CatalogReader, { catalog, relations, scope }: Start, serverVersion: number): Promise<Catalog | null> {
  const now = await readRelationVersions(client);
  if ([...relations].some(([key, { id }]) => now.has(key) && now.get(key)?.id !== id)) return null;
  const written = [...now].flatMap(([key, { version }]) => (relations.get(key)?.version === version ? [] : [key]));
  const gone = [...relations.keys()].filter((key) => !now.has(key));
  const schemas = await readSchemas(client);
  const rows = v.parse(v.array(rowSchema), await ask(client, 'objects', [schemas, written]));
  const outer = new Map([...now].flatMap(([key, { id }]) => (id !== null && id in catalog.objects ? [[`pg_class/${key}/0`, id]] : [])));
  const keys = new Set(rows.map(({ key }) => key));
  if (rows.some(({ within }) => within.some((key) => OF_RELATION.test(key) && !keys.has(key) && !outer.has(key)))) return null;
  const grants = await ask(client, 'grants', [schemas, written]);
  const read = narrowCatalog(await completeCatalog(client, { rows, grants, serverVersion, outer }), scope);
  const touched = new Set([...written, ...gone].flatMap((key) => relations.get(key)?.id ?? []));
  return replaced(catalog, read, touched);
}

/** The catalog with what was read in place of what it says of these relations, and of all that belongs to none. */
function replaced(catalog: Catalog, read: Catalog, relations: ReadonlySet<string>): Catalog | null {
  const isRead = (object: CatalogObject): boolean => relations.has(relationOf(object) ?? '') || relationOf(object) === null;
  const before = Object.values(catalog.objects).filter(isRead);
  const after = Object.values(read.objects);
  if (mayBeRenamed(before, after) || !hasExtensions(read, catalog)) return null;
  const objects = new Map(Object.entries(catalog.objects));
  for (const { id } of before) objects.delete(id);
  for (const object of after) {
    const was = catalog.objects[object.id];
    objects.set(object.id, was !== undefined && isSame(was, object) ? was : object);
  }
  return { ...read, objects: Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

const RELATIONS: readonly ObjectKind[] = ['table', 'view', 'materialized view', 'sequence'];
const PARTS: readonly ObjectKind[] = ['column', 'constraint', 'index', 'trigger', 'rule', 'policy'];

/** The id of the relation that an object is or belongs to; null for another one. */
function relationOf({ kind, id, within }: CatalogObject): string | null {
  if (RELATIONS.includes(kind)) return id;
  const [outer = ''] = within;
  return PARTS.includes(kind) && !outer.startsWith('domain ') ? outer : null;
}

/** Kinds of which others say no more than their names. */
const ONLY_NAMED: readonly ObjectKind[] = [
  'schema',
  'function',
  'procedure',
  'aggregate',
  'statistics',
  'event trigger',
  'publication',
  'default privileges',
  'user mapping',
];

/** Whether other objects may be described in other words: one is gone where another one has come, or what they say of one has changed. */
function mayBeRenamed(before: readonly CatalogObject[], after: readonly CatalogObject[]): boolean {
  const place = (object: CatalogObject): string => `${object.kind} of ${relationOf(object) ?? ''}`;
  const was = new Map(before.map((object) => [object.id, object]));
  const is = new Set(after.map(({ id }) => id));
  const vacated = new Set(before.filter(({ id }) => !is.has(id)).map(place));
  return after.some((object) => {
    const old = was.get(object.id);
    if (old === undefined) return vacated.has(place(object));
    return relationOf(object) === null && !ONLY_NAMED.includes(object.kind) && !isSame(old.properties, object.properties);
  });
}

function hasExtensions({ extensions }: Catalog, before: Catalog): boolean {
  return Object.entries(before.extensions).every(([name, { schema }]) => extensions[name]?.schema === schema);
}

let texts: Readonly<Record<'objects' | 'grants', string>> | undefined;

async function ask(client: CatalogReader, name: 'objects' | 'grants', values: unknown[]): Promise<readonly unknown[]> {
  texts ??= { objects: union([...relationObjects(), ...otherObjects()]), grants: grantsOfRelations() };
  try {
    return (await client.query(texts[name], values)).rows;
  } catch (error) {
    throw new CatalogUnreadable(name, error);
  }
}
