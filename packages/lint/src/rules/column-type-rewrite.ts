import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import type { Node } from 'libpg-query';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { batchUpdate } from '../safe/batches.ts';
import { createTrigger, dropTrigger } from '../safe/in-step.ts';
import { batch, here, later } from '../safe/steps.ts';
import { type ColumnType, formatType, typeOf } from '../schema/column-type.ts';
import { keepsRows } from '../schema/type-change.ts';
import { withNewReferences } from '../text/new-references.ts';
import { commandSpan, typeSpan } from '../text/spans.ts';
import { alteredTable, columnOf, tableCommands } from '../tree/parts.ts';
import { referredColumn } from '../tree/values.ts';

export const columnTypeRewrite: StatementRule = {
  about: 'statements',
  name: 'column-type-rewrite',
  group: 'rewrites',
  severity: 'error',
  summary: "a change of a column's type that rewrites the table",
  why: 'Nobody can read or write the table while every row is written in its new form and every index on it is built again. A longer varchar, varchar to text, or more digits of a numeric keep the rows as they are and are no finding. Else add a column of the new type, keep it in step by a trigger, fill it by a backfill, and let it take the place of the old one.',
  example: { sql: 'alter table shelf.books alter column page_count type bigint;' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    const table = alteredTable(statement.node);
    const lock = table === null ? null : lockOn(subject, table);
    if (table === null || lock === null) return;
    for (const command of tableCommands(statement.node)) {
      const column = columnOf(command);
      const type = typeOf(column?.typeName);
      if (command.subtype !== 'AT_AlterColumnType' || column === null || type === null) continue;
      const plain = command.name ?? '';
      const before = schema.table(table)?.columns.get(plain)?.type ?? null;
      const using = column.raw_default;
      if (before !== null && keepsRows(before, type) && (using === undefined || isColumn(using, plain, type))) continue;
      const name = formatIdentifier(plain);
      const span = commandSpan(statement, command.index);
      const written = typeSpan(statement, column);
      const newType = statement.text.slice(written.start, written.end);
      const keyword = statement
        .tokens()
        .find(({ word, start, depth }) => word === 'using' && depth === 0 && start >= written.end && start < span.end);
      const own = keyword === undefined || using === undefined ? null : { start: keyword.end + 1, end: span.end };
      const expression = own === null ? `${name}::${newType}` : statement.text.slice(own.start, own.end).trim();
      const inTrigger = own === null ? `new.${name}::${newType}` : withNewReferences(statement, own, using).trim();
      const target = formatName(table);
      const fresh = formatIdentifier(`${plain}_new`);
      const trigger = { table, suffix: `copy_${plain}` };
      yield {
        message: `The new type of ${formatName(table)}.${name} rewrites the table`,
        because:
          before === null
            ? `no revision of this history shows the type that ${name} has; unless every value is valid as it is, every row is written anew`
            : `${formatType(before)} is not stored as ${formatType(type)} is: every row is written anew, and every index of the column built again`,
        at: span.start,
        to: span.end,
        locks: [lock],
        safe: [
          here(
            `alter table ${target} add column ${fresh} ${newType};\n\n${createTrigger({ ...trigger, body: [`new.${fresh} := ${inTrigger};`] })}`,
          ),
          batch(
            batchUpdate({
              table: target,
              known: schema.table(table),
              set: `${fresh} = ${expression}`,
              where: `${fresh} is distinct from ${expression}`,
            }),
          ),
          later(
            `${dropTrigger(trigger)}\nalter table ${target} drop column ${name};\nalter table ${target} rename column ${fresh} to ${name};`,
            'then, with indexes and constraints made anew on it, in a revision of its own',
          ),
        ],
      };
    }
  },
};

/** The column itself, or cast to the type that it gets anyway. */
function isColumn(expression: Node, column: string, type: ColumnType): boolean {
  if (!('TypeCast' in expression)) return referredColumn(expression) === column;
  const { arg, typeName } = expression.TypeCast;
  return arg !== undefined && referredColumn(arg) === column && JSON.stringify(typeOf(typeName)) === JSON.stringify(type);
}
