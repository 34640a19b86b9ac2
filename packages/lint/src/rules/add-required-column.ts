import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { batchUpdate } from '../safe/batches.ts';
import { notNullForm } from '../safe/not-null.ts';
import { sampleValue } from '../safe/sample-value.ts';
import { batch, here } from '../safe/steps.ts';
import { isSerial, typeOf } from '../schema/column-type.ts';
import { applyEdits } from '../text/edit.ts';
import { columnConstraintSpan, commandSpan } from '../text/spans.ts';
import { constraintsOf, newColumns } from '../tree/parts.ts';

/** What gives a new column a value of its own in every row. */
const FILLING: readonly (string | undefined)[] = ['CONSTR_DEFAULT', 'CONSTR_GENERATED', 'CONSTR_IDENTITY'];

export const addRequiredColumn: StatementRule = {
  about: 'statements',
  name: 'add-required-column',
  group: 'rewrites',
  severity: 'error',
  summary: 'ADD COLUMN NOT NULL without a default',
  why: 'It fails as soon as the table has a row, and where it has none yet the application that is running fails: it does not know the column. A constant default is stored once and rewrites nothing. Where each row needs a value of its own: add the column as it may be null, with a CHECK that holds for new rows once the application writes it, fill it by a backfill, and make it NOT NULL when the CHECK is validated.',
  example: { sql: 'alter table shelf.books add column language varchar(10) not null;' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    for (const { table, column, command } of newColumns(statement.node)) {
      const constraints = constraintsOf(column);
      const required = constraints.find(({ contype }) => contype === 'CONSTR_NOTNULL');
      if (command === null || required === undefined || isSerial(column.typeName)) continue;
      if (constraints.some(({ contype }) => FILLING.includes(contype))) continue;
      const lock = lockOn(subject, table);
      if (lock === null) continue;
      const name = formatIdentifier(column.colname ?? '');
      const span = commandSpan(statement, command.index);
      const notNull = columnConstraintSpan(statement, column, required, span.end);
      const start = statement.text.slice(0, notNull.start).trimEnd().length;
      const form = notNullForm(table, [column.colname ?? ''], schema.table(table));
      const value = sampleValue(typeOf(column.typeName));
      yield {
        message: `ADD COLUMN ${name} NOT NULL fails when ${formatName(table)} has a row: there is no default`,
        because: 'no row that is there has a value for it, and no application that is running writes one',
        at: span.start,
        to: span.end,
        locks: [lock],
        safe: [
          here(`${applyEdits(statement.text, [{ start, end: notNull.end, text: '' }])};`),
          batch(
            batchUpdate({ table: formatName(table), known: schema.table(table), set: `${name} = ${value}`, where: `${name} is null` }),
            'then, when the application writes it, as a backfill with the value that belongs there',
          ),
          here(`alter table ${formatName(table)}\n  ${form.check};`, 'then, in a revision of its own'),
          form.after,
        ],
      };
    }
  },
};
