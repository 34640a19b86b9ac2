import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { batchUpdate } from '../safe/batches.ts';
import { notNullForm } from '../safe/not-null.ts';
import { sampleValue } from '../safe/sample-value.ts';
import { alone, batch, here, later } from '../safe/steps.ts';
import { isNullable, usingIndex, withoutColumnConstraint } from '../safe/using-index.ts';
import { typeOf } from '../schema/column-type.ts';
import type { Table } from '../schema/table.ts';
import { addedConstraintSpan } from '../text/spans.ts';
import { type AddedConstraint, addedConstraints } from '../tree/parts.ts';

export const addPrimaryKey: StatementRule = {
  about: 'statements',
  name: 'add-primary-key',
  group: 'locks',
  severity: 'error',
  summary: 'a PRIMARY KEY whose index is built, or whose columns are checked, when it is added',
  why: 'Nobody can read or write the table until the index is built and every row is known to have no null. Make the columns NOT NULL by a validated CHECK, build the index CONCURRENTLY, each in a revision of its own; PRIMARY KEY USING INDEX then takes a moment.',
  example: { sql: 'alter table shelf.imports add primary key (id);' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    for (const added of addedConstraints(statement.node)) {
      const { constraint, table } = added;
      if (constraint.contype !== 'CONSTR_PRIMARY') continue;
      const lock = lockOn(subject, table);
      if (lock === null) continue;
      const known = schema.table(table);
      const form = usingIndex(added, known);
      const index = constraint.indexname === undefined ? undefined : known?.indexes.get(constraint.indexname);
      const columns = index?.columns ?? form.columns;
      const nullable = columns.flatMap((name) => (name !== null && (added.column !== null || isNullable(known, name)) ? [name] : []));
      if (constraint.indexname !== undefined && nullable.length === 0) continue;
      const first = withoutColumnConstraint(statement, added);
      const checked = nullable.length === 0 ? null : notNullForm(table, nullable, known);
      const { start: at, end: to } = addedConstraintSpan(statement, added);
      yield {
        message: `Nobody can read or write ${formatName(table)} until the primary key is ${constraint.indexname === undefined ? 'built' : 'checked'}`,
        because: 'ADD PRIMARY KEY builds its index and looks for nulls under ACCESS EXCLUSIVE',
        at,
        to,
        locks: [lock],
        safe: [
          ...(first === null
            ? []
            : [here(`${first};`), batch(filling(added, known), 'then, as a backfill with the values that belong there')]),
          ...(checked === null ? [] : [here(`alter table ${formatName(table)}\n  ${checked.check};`), checked.after]),
          ...(constraint.indexname === undefined
            ? [alone(form.index, 'then, in a revision of its own'), later(form.constraint)]
            : [later(`${statement.text};`)]),
        ],
      };
    }
  },
};

/** The SQL that gives the new column of a primary key a value in each row; which one, the author knows. */
function filling({ table, column }: AddedConstraint, known: Table | null): string {
  const name = formatIdentifier(column?.colname ?? '');
  const value = sampleValue(typeOf(column?.typeName));
  return batchUpdate({ table: formatName(table), known, set: `${name} = ${value}`, where: `${name} is null` });
}
