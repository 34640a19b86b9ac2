import { formatIdentifier } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { retyped } from '../safe/retyped.ts';
import { here } from '../safe/steps.ts';
import { formatType } from '../schema/column-type.ts';

export const charType: StatementRule = {
  about: 'statements',
  name: 'char-type',
  group: 'design',
  severity: 'warning',
  summary: 'a column of type char(n)',
  why: 'It is filled with spaces up to its length, which some operators take for part of the value and others do not, and it is no faster. A varchar(n) has the same limit without the spaces.',
  example: { sql: 'alter table shelf.books add column currency char(3);' },
  reverts: false,
  sees: 'before',
  kinds: ['CreateStmt', 'AlterTableStmt'],
  *check({ statement }) {
    const { columns, sql } = retyped(statement, 'bpchar', (type) => formatType({ ...type, name: 'varchar' }));
    for (const { column, type, span } of columns) {
      yield {
        message: `${formatIdentifier(column.colname ?? '')} is a ${formatType(type)}, which is filled with spaces`,
        because: 'a comparison, a LIKE and length() do not agree on whether they count',
        at: span.start,
        to: span.end,
        safe: [here(sql)],
      };
    }
  },
};
