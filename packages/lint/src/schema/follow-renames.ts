import { nameOfPath, nameOfRange, namePath } from '@godwit/migrator/statements';
import type { AlterObjectSchemaStmt, RenameStmt } from 'libpg-query';
import { keyOf, moveTable, putTable, resolveIn, type Store, tablesOfSchema } from './store.ts';
import type { FullName, Table } from './table.ts';

/** ALTER … RENAME. */
export function followRename(store: Store, { renameType, relation, object, subname = '', newname = '' }: RenameStmt): void {
  if (renameType === 'OBJECT_SCHEMA') {
    for (const { name } of tablesOfSchema(store, subname)) moveTable(store, name, { schema: newname, name: name.name });
    return;
  }
  if (renameType === 'OBJECT_TYPE') {
    moveEnum(store, resolveIn(store, store.enums, nameOfPath(namePath(object))), newname);
    return;
  }
  if (relation === undefined) return;
  if (renameType === 'OBJECT_INDEX') {
    renameIndex(store, resolveIn(store, store.indexes, nameOfRange(relation)), newname);
    return;
  }
  const name = resolveIn(store, store.tables, nameOfRange(relation));
  const table = store.tables.get(keyOf(name));
  if (table === undefined) return;
  if (renameType === 'OBJECT_COLUMN') putTable(store, withRenamedColumn(table, subname, newname));
  else if (renameType === 'OBJECT_TABCONSTRAINT') putTable(store, withRenamedConstraint(table, subname, newname));
  else if (renameType === 'OBJECT_TABLE' || renameType === 'OBJECT_VIEW' || renameType === 'OBJECT_MATVIEW')
    moveTable(store, name, { schema: name.schema, name: newname });
}

/** ALTER … SET SCHEMA. */
export function followSchemaChange(store: Store, { relation, objectType, object, newschema = '' }: AlterObjectSchemaStmt): void {
  if (relation !== undefined) {
    const name = resolveIn(store, store.tables, nameOfRange(relation));
    moveTable(store, name, { schema: newschema, name: name.name });
  } else if (objectType === 'OBJECT_TYPE') {
    const name = resolveIn(store, store.enums, nameOfPath(namePath(object)));
    moveEnum(store, name, name.name, newschema);
  }
}

function moveEnum(store: Store, from: FullName, name: string, schema = from.schema): void {
  const known = store.enums.get(keyOf(from));
  if (known === undefined) return;
  store.enums.delete(keyOf(from));
  store.enums.set(keyOf({ schema, name }), { ...known, name: { schema, name } });
}

function renameIndex(store: Store, from: FullName, to: string): void {
  const owner = store.indexes.get(keyOf(from));
  const table = owner === undefined ? undefined : store.tables.get(keyOf(owner));
  if (table === undefined) return;
  const renamed = [...table.indexes].map(([name, index]) =>
    name === from.name ? ([to, { ...index, name: to }] as const) : ([name, index] as const),
  );
  putTable(store, { ...table, indexes: new Map(renamed) });
}

function withRenamedColumn(table: Table, from: string, to: string): Table {
  const rename = <Name extends string | null>(name: Name) => (name === from ? to : name);
  return {
    ...table,
    columns: new Map([...table.columns].map(([name, column]) => [rename(name), { ...column, name: rename(column.name) }])),
    constraints: new Map(
      [...table.constraints].map(([name, constraint]) => [
        name,
        { ...constraint, columns: constraint.columns.map(rename), provesNotNull: constraint.provesNotNull.map(rename) },
      ]),
    ),
    indexes: new Map([...table.indexes].map(([name, index]) => [name, { ...index, columns: index.columns.map(rename) }])),
  };
}

function withRenamedConstraint(table: Table, from: string, to: string): Table {
  const { constraints, indexes } = table;
  const known = constraints.get(from);
  if (known === undefined) return table;
  const renamed = [...constraints].map(([name, constraint]) =>
    name === from ? ([to, { ...constraint, name: to }] as const) : ([name, constraint] as const),
  );
  const own = [...indexes].map(([name, index]) => (name === from ? ([to, { ...index, name: to }] as const) : ([name, index] as const)));
  return { ...table, constraints: new Map(renamed), indexes: new Map(own) };
}
