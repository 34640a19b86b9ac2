import { formatIdentifier } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';
import { typeOf } from '../schema/column-type.ts';
import { applyEdits } from '../text/edit.ts';
import { typeSpan } from '../text/spans.ts';
import { typedColumns } from '../tree/parts.ts';

export const jsonType: StatementRule = {
  about: 'statements',
  name: 'json-type',
  group: 'design',
  severity: 'warning',
  summary: 'a column of type json',
  why: 'json keeps the text as it came and parses it again at each access; it has no equality, so SELECT DISTINCT, GROUP BY and UNION over it fail, and no index. jsonb has both. json is right where the text itself must be kept, with its spaces and the order of its keys.',
  example: { sql: 'alter table shelf.books add column metadata json;' },
  reverts: false,
  sees: 'before',
  kinds: ['CreateStmt', 'AlterTableStmt'],
  *check({ statement }) {
    for (const column of typedColumns(statement.node)) {
      if (typeOf(column.typeName)?.name !== 'json') continue;
      const span = typeSpan(statement, column);
      const array = statement.text.slice(span.start, span.end).replace(/^[^[]*?(?=\[|\s+array\b|$)/i, '');
      yield {
        message: `${formatIdentifier(column.colname ?? '')} is a json, which cannot be compared or indexed`,
        because: 'SELECT DISTINCT, GROUP BY and UNION over it are errors',
        at: span.start,
        to: span.end,
        safe: [here(`${applyEdits(statement.text, [{ ...span, text: `jsonb${array}` }])};`)],
      };
    }
  },
};
