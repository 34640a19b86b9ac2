import { nameOfRange, type RelationName } from '@godwit/migrator/statements';
import type { AlterTableCmd, ColumnDef, Constraint, Node } from 'libpg-query';

/** One subcommand of ALTER TABLE, and its place in the list. */
export interface TableCommand extends AlterTableCmd {
  readonly index: number;
}

/** Nearly every rule asks for them. */
const COMMANDS = new WeakMap<Node, readonly TableCommand[]>();

/** The subcommands of ALTER TABLE; none for any other statement, and none of ALTER VIEW, INDEX or TYPE, which share the node. */
export function tableCommands(node: Node): readonly TableCommand[] {
  if (!('AlterTableStmt' in node) || node.AlterTableStmt.objtype !== 'OBJECT_TABLE') return [];
  const known = COMMANDS.get(node);
  if (known !== undefined) return known;
  const commands = (node.AlterTableStmt.cmds ?? []).flatMap((item, index) =>
    'AlterTableCmd' in item ? [{ ...item.AlterTableCmd, index }] : [],
  );
  COMMANDS.set(node, commands);
  return commands;
}

/** The table that ALTER TABLE names. */
export function alteredTable(node: Node): RelationName | null {
  const relation = 'AlterTableStmt' in node ? node.AlterTableStmt.relation : undefined;
  return relation === undefined ? null : nameOfRange(relation);
}

export function columnOf({ def }: AlterTableCmd): ColumnDef | null {
  return def !== undefined && 'ColumnDef' in def ? def.ColumnDef : null;
}

export function constraintOf({ def }: AlterTableCmd): Constraint | null {
  return def !== undefined && 'Constraint' in def ? def.Constraint : null;
}

export function constraintsOf(column: ColumnDef): readonly Constraint[] {
  return (column.constraints ?? []).flatMap((item) => ('Constraint' in item ? [item.Constraint] : []));
}

/** A column that a statement brings, by CREATE TABLE or ADD COLUMN. */
export interface NewColumn {
  readonly table: RelationName;
  readonly column: ColumnDef;
  /** The subcommand that adds it; null in CREATE TABLE. */
  readonly command: TableCommand | null;
}

export function newColumns(node: Node): readonly NewColumn[] {
  if ('CreateStmt' in node && node.CreateStmt.relation !== undefined) {
    const table = nameOfRange(node.CreateStmt.relation);
    return (node.CreateStmt.tableElts ?? []).flatMap((element) =>
      'ColumnDef' in element ? [{ table, column: element.ColumnDef, command: null }] : [],
    );
  }
  const table = alteredTable(node);
  if (table === null) return [];
  return tableCommands(node).flatMap((command) => {
    const column = command.subtype === undefined || command.subtype === 'AT_AddColumn' ? columnOf(command) : null;
    return column === null ? [] : [{ table, column, command }];
  });
}

/** The columns to which a statement gives a type: new ones, and those whose type it changes. */
export function typedColumns(node: Node): readonly ColumnDef[] {
  const changed = tableCommands(node).flatMap((command) => {
    const column = command.subtype === 'AT_AlterColumnType' ? columnOf(command) : null;
    return column === null ? [] : [{ ...column, colname: command.name ?? '' }];
  });
  return [...newColumns(node).map(({ column }) => column), ...changed];
}

/** A constraint that a statement adds to a table: ADD CONSTRAINT, or with a column of ADD COLUMN. */
export interface AddedConstraint {
  readonly table: RelationName;
  readonly constraint: Constraint;
  readonly command: TableCommand;
  /** The column it comes with; null for ADD CONSTRAINT. */
  readonly column: ColumnDef | null;
}

export function addedConstraints(node: Node): readonly AddedConstraint[] {
  const table = alteredTable(node);
  if (table === null) return [];
  return tableCommands(node).flatMap((command): AddedConstraint[] => {
    const column = command.subtype === undefined || command.subtype === 'AT_AddColumn' ? columnOf(command) : null;
    if (column !== null) return constraintsOf(column).map((constraint) => ({ table, constraint, command, column }));
    const constraint = command.subtype === 'AT_AddConstraint' ? constraintOf(command) : null;
    return constraint === null ? [] : [{ table, constraint, command, column: null }];
  });
}
