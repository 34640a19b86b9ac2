import { formatIdentifier, formatName } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { batchUpdate } from '../safe/batches.ts';
import { batch, here } from '../safe/steps.ts';
import { isSerial } from '../schema/column-type.ts';
import { commandSpan } from '../text/spans.ts';
import { constraintsOf, newColumns } from '../tree/parts.ts';

export const serialColumn: StatementRule = {
  about: 'statements',
  name: 'serial-column',
  group: 'rewrites',
  severity: 'error',
  summary: 'ADD COLUMN with a sequence (serial, identity) on a table that is in use',
  why: 'Every row that is there gets a number: the whole table is written anew while nobody can read or write it. Add the column, then the sequence as its default for the rows to come, and number the others by a backfill.',
  example: { sql: 'alter table shelf.imports add column number bigserial;' },
  reverts: true,
  sees: 'before',
  kinds: ['AlterTableStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    for (const { table, column, command } of newColumns(statement.node)) {
      const identity = constraintsOf(column).some(({ contype }) => contype === 'CONSTR_IDENTITY');
      const lock = command === null || !(identity || isSerial(column.typeName)) ? null : lockOn(subject, table);
      if (command === null || lock === null) continue;
      const target = formatName(table);
      const plain = column.colname ?? '';
      const name = formatIdentifier(plain);
      const sequence = formatName({ schema: table.schema, name: `${table.name}_${plain}_seq` });
      const { start: at, end: to } = commandSpan(statement, command.index);
      yield {
        message: `ADD COLUMN ${name} numbers every row: all of ${target} is written anew`,
        because: 'each row that is there takes a number of the sequence',
        at,
        to,
        locks: [lock],
        safe: [
          here(
            [
              `alter table ${target} add column ${name} bigint;`,
              `create sequence ${sequence} owned by ${target}.${name};`,
              `alter table ${target} alter column ${name} set default nextval('${sequence.replaceAll("'", "''")}');`,
            ].join('\n'),
          ),
          batch(batchUpdate({ table: target, known: schema.table(table), set: `${name} = default`, where: `${name} is null` })),
        ],
      };
    }
  },
};
