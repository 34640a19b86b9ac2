import { defaultKind, formatIdentifier, formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { batchUpdate } from '../safe/batches.ts';
import { notNullForm } from '../safe/not-null.ts';
import { batch, here } from '../safe/steps.ts';
import { applyEdits } from '../text/edit.ts';
import { columnConstraintSpan, commandSpan } from '../text/spans.ts';
import { constraintsOf, newColumns } from '../tree/parts.ts';

export const volatileDefault: StatementRule = {
  about: 'statements',
  name: 'volatile-default',
  group: 'rewrites',
  severity: 'error',
  summary: 'ADD COLUMN with a default that is another value for each row',
  why: 'A default that is the same for every row is stored once. One that is not, such as a random UUID or clock_timestamp(), is computed for each row, and the whole table is written anew while nobody can read or write it. Add the column without it, set the default for the rows to come, and fill those that are there by a backfill. now() is no such default: it is the time of the transaction.',
  example: { sql: 'alter table shelf.books add column token uuid default gen_random_uuid();' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    for (const { table, column, command } of newColumns(statement.node)) {
      const constraints = constraintsOf(column);
      const filling = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT');
      const kind = defaultKind(filling?.raw_expr);
      const lock = command === null || kind === 'constant' ? null : lockOn(subject, table);
      if (command === null || filling === undefined || lock === null) continue;
      const name = formatIdentifier(column.colname ?? '');
      const target = formatName(table);
      const { start: at, end: to } = commandSpan(statement, command.index);
      const own = columnConstraintSpan(statement, column, filling, to);
      const expression = statement.text.slice(own.start, own.end).replace(/^(?:constraint\s+\S+\s+)?default\s+/i, '');
      const required = constraints.find(({ contype }) => contype === 'CONSTR_NOTNULL');
      const removed = [own, ...(required === undefined ? [] : [columnConstraintSpan(statement, column, required, to)])];
      const form = required === undefined ? null : notNullForm(table, [column.colname ?? ''], schema.table(table));
      const plain = applyEdits(
        statement.text,
        removed.map(({ start, end }) => ({ start: statement.text.slice(0, start).trimEnd().length, end, text: '' })),
      );
      yield {
        message: `ADD COLUMN ${name} computes its default for every row: all of ${target} is written anew`,
        because:
          kind === 'volatile'
            ? `${expression} is another value each time`
            : `nothing says that ${expression} is the same value for every row`,
        at,
        to,
        ...(kind === 'unknown' ? { severity: 'warning' as const } : {}),
        locks: [lock],
        safe: [
          here(
            `${plain};\nalter table ${target} alter column ${name} set default ${expression};${form === null ? '' : `\nalter table ${target}\n  ${form.check};`}`,
          ),
          batch(batchUpdate({ table: target, known: schema.table(table), set: `${name} = ${expression}`, where: `${name} is null` })),
          ...(form === null ? [] : [form.after]),
        ],
      };
    }
  },
};
