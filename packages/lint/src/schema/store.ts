import type { RelationName } from '@godwit/migrator/statements';
import { createLayeredMap, type LayeredMap } from './layered-map.ts';
import type { EnumType, FullName, Table } from './table.ts';

/** What a schema holds, and the search path that names without a schema are looked up on. */
export interface Store {
  readonly tables: LayeredMap<Table>;
  /** The table of each index, by the index's name. */
  readonly indexes: LayeredMap<FullName>;
  readonly enums: LayeredMap<EnumType>;
  /** How many tables of a schema have row level security. */
  readonly secured: LayeredMap<number>;
  /** The path that each body begins with. */
  readonly initialPath: readonly string[];
  path: readonly string[];
}

export function createStore(searchPath: readonly string[]): Store {
  return {
    tables: createLayeredMap(),
    indexes: createLayeredMap(),
    enums: createLayeredMap(),
    secured: createLayeredMap(),
    initialPath: searchPath,
    path: searchPath,
  };
}

export function forkStore({ tables, indexes, enums, secured, initialPath }: Store): Store {
  return {
    tables: tables.fork(),
    indexes: indexes.fork(),
    enums: enums.fork(),
    secured: secured.fork(),
    initialPath,
    path: initialPath,
  };
}

/** No name can contain a NUL. */
export function keyOf({ schema, name }: FullName): string {
  return `${schema}\u0000${name}`;
}

/** Where along the search path something of that name is; else where it would be made. */
export function resolveIn(store: Store, map: Pick<LayeredMap<unknown>, 'get'>, { schema, name }: RelationName): FullName {
  if (schema !== null) return { schema, name };
  const found = store.path.find((candidate) => map.get(keyOf({ schema: candidate, name })) !== undefined);
  return { schema: found ?? store.path[0] ?? 'public', name };
}

/** Puts a table in the place of the one of its name, and its indexes in the place of theirs. */
export function putTable(store: Store, table: Table): void {
  const { tables, indexes } = store;
  const before = tables.get(keyOf(table.name));
  tables.set(keyOf(table.name), table);
  countSecured(store, table.name, before?.rowSecurity ?? false, table.rowSecurity);
  if (before?.indexes === table.indexes) return;
  for (const name of before?.indexes.keys() ?? []) indexes.delete(keyOf({ schema: table.name.schema, name }));
  for (const name of table.indexes.keys()) indexes.set(keyOf({ schema: table.name.schema, name }), table.name);
}

export function removeTable(store: Store, name: FullName): void {
  const { tables, indexes } = store;
  const before = tables.get(keyOf(name));
  if (before === undefined) return;
  for (const index of before.indexes.keys()) indexes.delete(keyOf({ schema: name.schema, name: index }));
  countSecured(store, name, before.rowSecurity, false);
  tables.delete(keyOf(name));
}

/** The same table under another name or in another schema; its indexes go along. */
export function moveTable(store: Store, from: FullName, to: FullName): void {
  const table = store.tables.get(keyOf(from));
  if (table === undefined) return;
  removeTable(store, from);
  putTable(store, { ...table, name: to });
}

export function tablesOfSchema({ tables }: Store, schema: string): readonly Table[] {
  return [...tables.entries().values()].filter(({ name }) => name.schema === schema);
}

function countSecured({ secured }: Store, { schema }: FullName, before: boolean, after: boolean): void {
  if (before !== after) secured.set(schema, (secured.get(schema) ?? 0) + (after ? 1 : -1));
}
