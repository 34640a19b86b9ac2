import { formatIdentifier, formatName, namePath } from '@godwit/migrator/statements';
import type { LintStatement } from '../lint-statement.ts';
import { constraintName } from '../schema/constraint-facts.ts';
import type { Table } from '../schema/table.ts';
import { applyEdits } from '../text/edit.ts';
import { columnConstraintSpan, commandSpan } from '../text/spans.ts';
import type { AddedConstraint } from '../tree/parts.ts';

/** A UNIQUE or PRIMARY KEY in two parts: its index, made concurrently, and the constraint that takes it over. */
export interface UsingIndex {
  readonly name: string;
  readonly columns: readonly string[];
  readonly index: string;
  readonly constraint: string;
}

export function usingIndex({ table, constraint, column }: AddedConstraint, known: Table | null): UsingIndex {
  const isTaken = (name: string) => (known?.constraints.has(name) ?? false) || (known?.indexes.has(name) ?? false);
  const name = formatIdentifier(
    constraint.conname ?? constraintName(constraint, { table: table.name, column: column?.colname ?? null, isTaken }),
  );
  const listed = namePath(constraint.keys);
  const columns = listed.length > 0 ? listed : [column?.colname ?? ''];
  const including = namePath(constraint.including);
  const target = formatName(table);
  const list = (names: readonly string[]) => names.map(formatIdentifier).join(', ');
  const kind = constraint.contype === 'CONSTR_PRIMARY' ? 'primary key' : 'unique';
  const deferrable = constraint.deferrable ? ' deferrable' : '';
  const deferred = constraint.initdeferred ? ' initially deferred' : '';
  return {
    name,
    columns,
    index: [
      `create unique index concurrently ${name} on ${target} (${list(columns)})`,
      ...(including.length > 0 ? [` include (${list(including)})`] : []),
      ...(constraint.nulls_not_distinct ? [' nulls not distinct'] : []),
      ';',
    ].join(''),
    constraint: `alter table ${target} add constraint ${name} ${kind} using index ${name}${deferrable}${deferred};`,
  };
}

/** The statement without a constraint that is written behind its new column; null for a constraint of its own. */
export function withoutColumnConstraint(statement: LintStatement, { constraint, column, command }: AddedConstraint): string | null {
  if (column === null) return null;
  const { end } = commandSpan(statement, command.index);
  const own = columnConstraintSpan(statement, column, constraint, end);
  const start = statement.text.slice(0, own.start).trimEnd().length;
  return applyEdits(statement.text, [{ start, end: own.end, text: '' }]);
}

/** Whether the column was NOT NULL all along, as far as is known. */
export function isNullable(known: Table | null, column: string): boolean {
  return known?.columns.get(column)?.notNull === false;
}
