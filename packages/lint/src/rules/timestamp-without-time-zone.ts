import { formatIdentifier } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';
import { formatType, typeOf } from '../schema/column-type.ts';
import { applyEdits } from '../text/edit.ts';
import { typeSpan } from '../text/spans.ts';
import { typedColumns } from '../tree/parts.ts';

export const timestampWithoutTimeZone: StatementRule = {
  about: 'statements',
  name: 'timestamp-without-time-zone',
  group: 'design',
  severity: 'warning',
  summary: 'a column of type timestamp without time zone',
  why: 'It names no moment: what now() stores in it depends on the TimeZone of the session that writes, and what it means on the one that reads. timestamptz takes the same eight bytes and is one moment for everybody. timestamp is right for what hangs on a wall, such as the hour at which a shop opens.',
  example: { sql: 'alter table shelf.books add column bought_at timestamp default now();' },
  reverts: false,
  sees: 'before',
  kinds: ['CreateStmt', 'AlterTableStmt'],
  *check({ statement }) {
    for (const column of typedColumns(statement.node)) {
      const type = typeOf(column.typeName);
      if (type?.name !== 'timestamp') continue;
      const span = typeSpan(statement, column);
      yield {
        message: `${formatIdentifier(column.colname ?? '')} is a timestamp without time zone, which names no moment`,
        because: 'what is stored depends on the TimeZone of the session that writes',
        at: span.start,
        to: span.end,
        safe: [here(`${applyEdits(statement.text, [{ ...span, text: formatType({ ...type, name: 'timestamptz' }) }])};`)],
      };
    }
  },
};
