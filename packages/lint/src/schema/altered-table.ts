import type { Node } from 'libpg-query';
import { columnOf, constraintOf, type TableCommand, tableCommands } from '../tree/parts.ts';
import { typeOf } from './column-type.ts';
import { type Surroundings, withColumn, withColumnChange, withConstraint } from './new-table.ts';
import type { Table } from './table.ts';

/** A table after ALTER TABLE. What a subcommand does to other tables (partitions, references) is left to them. */
export function alteredBy(table: Table, node: Node, around: Surroundings): Table {
  return tableCommands(node).reduce((changed, command) => applied(changed, command, around), table);
}

function applied(table: Table, command: TableCommand, around: Surroundings): Table {
  const { subtype = 'AT_AddColumn', name = '', missing_ok: maybe } = command;
  const column = columnOf(command);
  const constraint = constraintOf(command);
  switch (subtype) {
    case 'AT_AddColumn':
      if (column === null || (maybe && table.columns.has(column.colname ?? ''))) return table;
      return withColumn(table, column, around);
    case 'AT_DropColumn':
      return withoutColumn(table, name);
    case 'AT_AlterColumnType':
      return withColumnChange(table, name, { type: typeOf(column?.typeName) });
    case 'AT_SetNotNull':
      return withColumnChange(table, name, { notNull: true });
    case 'AT_DropNotNull':
      return withColumnChange(table, name, { notNull: false });
    case 'AT_ColumnDefault':
      return withColumnChange(table, name, { hasDefault: command.def !== undefined });
    case 'AT_AddIdentity':
      return withColumnChange(table, name, { hasDefault: true });
    case 'AT_AddConstraint':
      return constraint === null ? table : withConstraint(table, constraint, null, around);
    case 'AT_ValidateConstraint': {
      const known = table.constraints.get(name);
      return known === undefined ? table : { ...table, constraints: new Map(table.constraints).set(name, { ...known, valid: true }) };
    }
    case 'AT_DropConstraint':
      return withoutConstraint(table, name);
    case 'AT_EnableRowSecurity':
      return { ...table, rowSecurity: true };
    case 'AT_DisableRowSecurity':
      return { ...table, rowSecurity: false };
    default:
      return table;
  }
}

function withoutColumn(table: Table, name: string): Table {
  const columns = new Map(table.columns);
  columns.delete(name);
  return {
    ...table,
    columns,
    constraints: new Map([...table.constraints].filter(([, constraint]) => !constraint.columns.includes(name))),
    indexes: new Map([...table.indexes].filter(([, index]) => !index.columns.includes(name))),
  };
}

function withoutConstraint(table: Table, name: string): Table {
  const constraints = new Map(table.constraints);
  const indexes = new Map(table.indexes);
  constraints.delete(name);
  indexes.delete(name);
  return { ...table, constraints, indexes };
}
