import { formatIdentifier } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { retyped } from '../safe/retyped.ts';
import { here } from '../safe/steps.ts';
import { formatType } from '../schema/column-type.ts';

export const jsonType: StatementRule = {
  about: 'statements',
  name: 'json-type',
  group: 'design',
  severity: 'warning',
  summary: 'a column of type json',
  why: 'A json keeps the text as it came and parses it again at each access; it has no equality, so SELECT DISTINCT, GROUP BY and UNION over it fail, and no index. jsonb has both. json is right where the text itself must be kept, with its spaces and the order of its keys.',
  example: { sql: 'alter table shelf.books add column metadata json;' },
  reverts: false,
  sees: 'before',
  kinds: ['CreateStmt', 'AlterTableStmt'],
  *check({ statement }) {
    const { columns, sql } = retyped(statement, 'json', (type) => formatType({ ...type, name: 'jsonb' }));
    for (const { column, span } of columns) {
      yield {
        message: `${formatIdentifier(column.colname ?? '')} is a json, which cannot be compared or indexed`,
        because: 'SELECT DISTINCT, GROUP BY and UNION over it are errors',
        at: span.start,
        to: span.end,
        safe: [here(sql)],
      };
    }
  },
};
