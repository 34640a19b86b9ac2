import { nameOfRange, namePath, type RelationName } from '@godwit/migrator/statements';
import type { ColumnDef, Constraint, CreateStmt, IndexStmt, Node } from 'libpg-query';
import { constraintsOf } from '../tree/parts.ts';
import { isSerial, typeOf } from './column-type.ts';
import { constraintFacts, constraintIndex } from './constraint-facts.ts';
import { defaultName } from './default-name.ts';
import { type Column, type FullName, type Table, type TableIndex, unseenTable } from './table.ts';

/** What the schema around a table is asked while one is made. */
export interface Surroundings {
  readonly table: (name: RelationName) => Table | null;
  readonly resolve: (name: RelationName) => FullName;
  /** Whether the schema has a relation of that name. */
  readonly isTaken: (schema: string, name: string) => boolean;
}

/** INCLUDING INDEXES and INCLUDING CONSTRAINTS of a LIKE clause, as the grammar numbers them. */
const LIKE_CONSTRAINTS = 1 << 2;
const LIKE_INDEXES = 1 << 6;

/** A table as CREATE TABLE makes it. */
export function newTable(name: FullName, statement: CreateStmt, around: Surroundings): Table {
  const { tableElts = [], inhRelations = [], partspec, partbound, ofTypename } = statement;
  let table: Table = {
    ...unseenTable(name, partspec === undefined ? 'table' : 'partitioned table'),
    // What its parents get later is its own too, and not followed.
    complete: ofTypename === undefined && inhRelations.length === 0,
  };
  for (const item of inhRelations) {
    if (!('RangeVar' in item)) continue;
    const parent = nameOfRange(item.RangeVar);
    table = withColumnsOf(table, around.table(parent));
    if (partbound !== undefined) table = { ...table, partitionOf: around.resolve(parent) };
  }
  for (const element of tableElts) {
    if ('TableLikeClause' in element && element.TableLikeClause.relation !== undefined) {
      const model = around.table(nameOfRange(element.TableLikeClause.relation));
      const options = element.TableLikeClause.options ?? 0;
      table = withColumnsOf(table, model);
      if (options & LIKE_CONSTRAINTS && model !== null) {
        const checks = [...model.constraints].filter(([, { kind }]) => kind === 'check');
        table = { ...table, constraints: new Map([...table.constraints, ...checks]) };
      }
      if (options & LIKE_INDEXES) for (const index of model?.indexes.values() ?? []) table = withCopiedIndex(table, index, around);
    }
    if ('ColumnDef' in element) table = withColumn(table, element.ColumnDef, around);
    if ('Constraint' in element) table = withConstraint(table, element.Constraint, null, around);
  }
  return table;
}

/** The table with one more column, and the constraints that come with it. */
export function withColumn(table: Table, column: ColumnDef, around: Surroundings): Table {
  const name = column.colname ?? '';
  const constraints = constraintsOf(column);
  const kinds = new Set(constraints.map(({ contype }) => contype));
  const own: Column = {
    name,
    type: typeOf(column.typeName),
    notNull: kinds.has('CONSTR_NOTNULL') || kinds.has('CONSTR_PRIMARY') || kinds.has('CONSTR_IDENTITY') || isSerial(column.typeName),
    hasDefault: kinds.has('CONSTR_DEFAULT') || kinds.has('CONSTR_IDENTITY') || kinds.has('CONSTR_GENERATED') || isSerial(column.typeName),
  };
  const wider = { ...table, columns: new Map(table.columns).set(name, own) };
  return constraints.reduce<Table>((grown, constraint) => withConstraint(grown, constraint, name, around), wider);
}

/** The table with one more constraint, its index included. */
export function withConstraint(table: Table, constraint: Constraint, column: string | null, around: Surroundings): Table {
  const isTaken = (name: string) => table.constraints.has(name) || around.isTaken(table.name.schema, name) || table.indexes.has(name);
  const facts = constraintFacts(constraint, { table: table.name.name, column, isTaken });
  if (facts === null) return table;
  const used = constraint.indexname === undefined ? undefined : table.indexes.get(constraint.indexname);
  const columns = used === undefined ? facts.columns : used.columns.flatMap((name) => name ?? []);
  // The index that a constraint takes over gets its name.
  const index = used === undefined ? constraintIndex(constraint, facts) : { ...used, name: facts.name };
  const others = new Map(table.indexes);
  if (used !== undefined) others.delete(used.name);
  const grown: Table = {
    ...table,
    constraints: facts.kind === 'not null' ? table.constraints : new Map(table.constraints).set(facts.name, { ...facts, columns }),
    indexes: index === null ? table.indexes : others.set(index.name, index),
  };
  const notNull = facts.kind === 'primary key' ? columns : facts.kind === 'not null' && facts.valid ? facts.columns : [];
  return notNull.reduce((changed, name) => withColumnChange(changed, name, { notNull: true }), grown);
}

/** The table with one more index. */
export function withIndex(table: Table, statement: IndexStmt, around: Surroundings): Table {
  const elements = (statement.indexParams ?? []).flatMap((item) => ('IndexElem' in item ? [item.IndexElem] : []));
  const columns = elements.map(({ name }) => name ?? null);
  const named = elements.map(({ name, expr }) => name ?? expressionName(expr));
  const isTaken = (name: string) => table.indexes.has(name) || around.isTaken(table.name.schema, name);
  const name = statement.idxname ?? defaultName(table.name.name, named, 'idx', isTaken);
  const index = { name, columns, unique: statement.unique === true, partial: statement.whereClause !== undefined };
  return { ...table, indexes: new Map(table.indexes).set(name, index) };
}

/** A column that is not known is one whose making nobody has seen; it stays so. */
export function withColumnChange(table: Table, name: string, change: Partial<Column>): Table {
  const column = table.columns.get(name);
  return column === undefined ? table : { ...table, columns: new Map(table.columns).set(name, { ...column, ...change }) };
}

function withColumnsOf(table: Table, model: Table | null): Table {
  if (model === null) return { ...table, complete: false };
  return { ...table, complete: table.complete && model.complete, columns: new Map([...table.columns, ...model.columns]) };
}

function withCopiedIndex(table: Table, index: TableIndex, around: Surroundings): Table {
  const isTaken = (name: string) => table.indexes.has(name) || around.isTaken(table.name.schema, name);
  const name = defaultName(
    table.name.name,
    index.columns.map((column) => column ?? 'expr'),
    index.unique ? 'key' : 'idx',
    isTaken,
  );
  return { ...table, indexes: new Map(table.indexes).set(name, { ...index, name }) };
}

/** What stands for an expression in the name of its index: a function's name, as `FigureIndexColname` of PostgreSQL has it. */
function expressionName(expression: Node | undefined): string {
  const call = expression !== undefined && 'FuncCall' in expression ? namePath(expression.FuncCall.funcname).at(-1) : undefined;
  return call ?? 'expr';
}
