import { nameOfPath, nameOfRange, namePath, schemasOf, searchPathChange } from '@godwit/migrator/statements';
import type { DropStmt, Node, RangeVar } from 'libpg-query';
import { tableCommands } from '../tree/parts.ts';
import { alteredBy } from './altered-table.ts';
import { followRename, followSchemaChange } from './follow-renames.ts';
import { newTable, type Surroundings, withIndex } from './new-table.ts';
import { keyOf, putTable, removeTable, resolveIn, type Store, tablesOfSchema } from './store.ts';
import { type FullName, type Table, unseenTable } from './table.ts';

/** Takes one statement into the store. */
export function followStatement(store: Store, node: Node): void {
  const path = searchPathChange(node);
  if (path !== null) store.path = path === 'default' ? store.initialPath : schemasOf(path);
  else if ('CreateStmt' in node) createTable(store, node);
  else if ('CreateTableAsStmt' in node)
    createFromQuery(
      store,
      node.CreateTableAsStmt.into?.rel,
      node.CreateTableAsStmt.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : 'table',
    );
  else if ('SelectStmt' in node) createFromQuery(store, node.SelectStmt.intoClause?.rel, 'table');
  else if ('ViewStmt' in node) createFromQuery(store, node.ViewStmt.view, 'view');
  else if ('CreateForeignTableStmt' in node) createFromQuery(store, node.CreateForeignTableStmt.base?.relation, 'foreign table');
  else if ('CreateSchemaStmt' in node) createSchema(store, node.CreateSchemaStmt.schemaname ?? '', node.CreateSchemaStmt.schemaElts ?? []);
  else if ('AlterTableStmt' in node) alterTable(store, node);
  else if ('IndexStmt' in node) createIndex(store, node);
  else if ('DropStmt' in node) drop(store, node.DropStmt);
  else if ('RenameStmt' in node) followRename(store, node.RenameStmt);
  else if ('AlterObjectSchemaStmt' in node) followSchemaChange(store, node.AlterObjectSchemaStmt);
  else if ('CreateEnumStmt' in node || 'AlterEnumStmt' in node) followEnum(store, node);
}

/** The table that a statement names, of which nothing may be known yet. */
function seen(store: Store, range: RangeVar): Table {
  const name = resolveIn(store, store.tables, nameOfRange(range));
  return store.tables.get(keyOf(name)) ?? unseenTable(name);
}

function made(store: Store, range: RangeVar): FullName {
  return { schema: range.schemaname ?? store.path[0] ?? 'public', name: range.relname ?? '' };
}

function around(store: Store): Surroundings {
  return {
    table: (name) => store.tables.get(keyOf(resolveIn(store, store.tables, name))) ?? null,
    resolve: (name) => resolveIn(store, store.tables, name),
    isTaken: (schema, name) =>
      store.tables.get(keyOf({ schema, name })) !== undefined || store.indexes.get(keyOf({ schema, name })) !== undefined,
  };
}

function createTable(store: Store, node: Extract<Node, { CreateStmt: unknown }>): void {
  const { relation, if_not_exists: maybe } = node.CreateStmt;
  if (relation === undefined) return;
  const name = made(store, relation);
  if (maybe && store.tables.get(keyOf(name)) !== undefined) return;
  putTable(store, newTable(name, node.CreateStmt, around(store)));
}

/** Its columns are those of a query, which only the server understands. */
function createFromQuery(store: Store, range: RangeVar | undefined, kind: Table['kind']): void {
  if (range !== undefined) putTable(store, unseenTable(made(store, range), kind));
}

function createSchema(store: Store, schema: string, elements: readonly Node[]): void {
  const { path } = store;
  store.path = [schema, ...path];
  for (const element of elements) followStatement(store, element);
  store.path = path;
}

function alterTable(store: Store, node: Extract<Node, { AlterTableStmt: unknown }>): void {
  const { relation, objtype } = node.AlterTableStmt;
  if (relation === undefined || objtype !== 'OBJECT_TABLE') return;
  const table = seen(store, relation);
  putTable(store, alteredBy(table, node, around(store)));
  for (const { subtype, def } of tableCommands(node)) {
    if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.name === undefined) continue;
    const part = seen(store, def.PartitionCmd.name);
    if (subtype === 'AT_AttachPartition') putTable(store, { ...part, partitionOf: table.name, complete: false });
    else putTable(store, { ...part, partitionOf: null });
  }
}

function createIndex(store: Store, node: Extract<Node, { IndexStmt: unknown }>): void {
  const { relation, idxname, if_not_exists: maybe } = node.IndexStmt;
  if (relation === undefined) return;
  const table = seen(store, relation);
  if (maybe && idxname !== undefined && table.indexes.has(idxname)) return;
  putTable(store, withIndex(table, node.IndexStmt, around(store)));
}

function drop(store: Store, { removeType, objects = [] }: DropStmt): void {
  for (const object of objects) {
    const path = namePath('TypeName' in object ? object.TypeName.names : object);
    const name = nameOfPath(path);
    if (removeType === 'OBJECT_SCHEMA') for (const table of tablesOfSchema(store, path.at(-1) ?? '')) removeTable(store, table.name);
    else if (removeType === 'OBJECT_TYPE') store.enums.delete(keyOf(resolveIn(store, store.enums, name)));
    else if (removeType === 'OBJECT_INDEX') dropIndex(store, resolveIn(store, store.indexes, name));
    else if (
      removeType === 'OBJECT_TABLE' ||
      removeType === 'OBJECT_VIEW' ||
      removeType === 'OBJECT_MATVIEW' ||
      removeType === 'OBJECT_FOREIGN_TABLE'
    )
      removeTable(store, resolveIn(store, store.tables, name));
  }
}

function dropIndex(store: Store, name: FullName): void {
  const owner = store.indexes.get(keyOf(name));
  const table = owner === undefined ? undefined : store.tables.get(keyOf(owner));
  if (table === undefined) return;
  const indexes = new Map(table.indexes);
  indexes.delete(name.name);
  putTable(store, { ...table, indexes });
}

function followEnum(store: Store, node: Node): void {
  if ('CreateEnumStmt' in node) {
    const { schema, name } = nameOfPath(namePath(node.CreateEnumStmt.typeName));
    const own = { schema: schema ?? store.path[0] ?? 'public', name };
    store.enums.set(keyOf(own), { name: own, labels: namePath(node.CreateEnumStmt.vals) });
  }
  if (!('AlterEnumStmt' in node)) return;
  const { typeName, oldVal, newVal = '' } = node.AlterEnumStmt;
  const name = resolveIn(store, store.enums, nameOfPath(namePath(typeName)));
  const labels = store.enums.get(keyOf(name))?.labels ?? [];
  const changed =
    oldVal === undefined
      ? [...labels.filter((label) => label !== newVal), newVal]
      : labels.map((label) => (label === oldVal ? newVal : label));
  store.enums.set(keyOf(name), { name, labels: changed });
}
