import { formatIdentifier } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { retyped } from '../safe/retyped.ts';
import { here } from '../safe/steps.ts';
import { formatType } from '../schema/column-type.ts';

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
    const { columns, sql } = retyped(statement, 'timestamp', (type) => formatType({ ...type, name: 'timestamptz' }));
    for (const { column, span } of columns) {
      yield {
        message: `${formatIdentifier(column.colname ?? '')} is a timestamp without time zone, which names no moment`,
        because: 'what is stored depends on the TimeZone of the session that writes',
        at: span.start,
        to: span.end,
        safe: [here(sql)],
      };
    }
  },
};
