import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { batchUpdate } from '../safe/batches.ts';
import { createTrigger } from '../safe/in-step.ts';
import { batch, here } from '../safe/steps.ts';
import { applyEdits } from '../text/edit.ts';
import { withNewReferences } from '../text/new-references.ts';
import { columnConstraintSpan, commandSpan } from '../text/spans.ts';
import { constraintsOf, newColumns } from '../tree/parts.ts';

export const storedGeneratedColumn: StatementRule = {
  about: 'statements',
  name: 'stored-generated-column',
  group: 'rewrites',
  severity: 'error',
  summary: 'ADD COLUMN GENERATED … STORED on a table that is in use',
  why: 'The value is computed for every row: the whole table is written anew while nobody can read or write it. A plain column that a trigger fills is added in a moment, and a backfill fills the rows that are there. From PostgreSQL 18 on a VIRTUAL column is computed when it is read and costs nothing.',
  example: { sql: "alter table shelf.books add column label text generated always as (title || ' by ' || author) stored;" },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    for (const { table, column, command } of newColumns(statement.node)) {
      const generated = constraintsOf(column).find(
        ({ contype, generated_kind }) => contype === 'CONSTR_GENERATED' && generated_kind !== 'v',
      );
      const lock = command === null || generated === undefined ? null : lockOn(subject, table);
      if (command === null || generated === undefined || lock === null) continue;
      const name = formatIdentifier(column.colname ?? '');
      const target = formatName(table);
      const { start: at, end: to } = commandSpan(statement, command.index);
      const own = columnConstraintSpan(statement, column, generated, to);
      const span = expressionSpan(statement.text, own);
      const expression = statement.text.slice(span.start, span.end);
      const plain = applyEdits(statement.text, [{ start: statement.text.slice(0, own.start).trimEnd().length, end: own.end, text: '' }]);
      const fill = createTrigger({
        table,
        suffix: `fill_${column.colname ?? ''}`,
        body: [`new.${name} := ${withNewReferences(statement, span, generated.raw_expr)};`],
      });
      yield {
        message: `ADD COLUMN ${name} computes a value for every row: all of ${target} is written anew`,
        because: 'a STORED column is written to each row when it is added',
        at,
        to,
        locks: [lock],
        safe: [
          here(`${plain};\n\n${fill}`),
          batch(
            batchUpdate({
              table: target,
              known: schema.table(table),
              set: `${name} = ${expression}`,
              where: `${name} is distinct from ${expression}`,
            }),
          ),
        ],
      };
    }
  },
};

/** What stands in the parentheses of `generated always as (…) stored`, with them. */
function expressionSpan(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return { start: text.indexOf('(', start), end: text.lastIndexOf(')', end) + 1 };
}
