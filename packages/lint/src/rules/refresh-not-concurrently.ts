import { formatName, nameOfRange } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { here } from '../safe/steps.ts';

export const refreshNotConcurrently: StatementRule = {
  about: 'statements',
  name: 'refresh-not-concurrently',
  group: 'locks',
  severity: 'error',
  summary: 'REFRESH MATERIALIZED VIEW without CONCURRENTLY',
  why: 'Nobody can read the view until its query has run. CONCURRENTLY computes the new rows beside the old ones and exchanges those that differ; it needs a unique index on plain columns, over all rows. It may run in a transaction.',
  example: { sql: 'refresh materialized view shelf.book_counts;' },
  reverts: true,
  sees: 'before',
  kinds: ['RefreshMatViewStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    if (!('RefreshMatViewStmt' in statement.node)) return;
    const { relation, concurrent } = statement.node.RefreshMatViewStmt;
    if (relation === undefined || concurrent) return;
    const name = nameOfRange(relation);
    const lock = lockOn(subject, name);
    if (lock === null) return;
    const indexes = [...(schema.table(name)?.indexes.values() ?? [])];
    const ready = indexes.some(({ unique, partial, columns }) => unique && !partial && columns.every((column) => column !== null));
    yield {
      message: `REFRESH blocks reads of ${formatName(name)} until its query has run`,
      because: 'it empties the view and fills it anew under ACCESS EXCLUSIVE',
      locks: [lock],
      safe: [
        here(
          `refresh materialized view concurrently ${formatName(name)};`,
          ready ? 'in this revision' : 'in this revision; the view needs a unique index for it',
        ),
      ],
    };
  },
};
