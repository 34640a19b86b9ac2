import { formatName, nameOfRange } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { alone } from '../safe/steps.ts';

export const reindexNotConcurrently: StatementRule = {
  about: 'statements',
  name: 'reindex-not-concurrently',
  group: 'locks',
  severity: 'error',
  summary: 'REINDEX without CONCURRENTLY',
  why: 'Writes to the table wait until the index is built, and so does every query whose planner looks at the index, which is nearly every one. CONCURRENTLY builds a second index beside the first; it cannot run in a transaction, so it gets a revision of its own.',
  example: { sql: 'reindex table shelf.books;' },
  reverts: true,
  sees: 'before',
  kinds: ['ReindexStmt'],
  *check(subject) {
    const { statement, locks } = subject;
    if (!('ReindexStmt' in statement.node)) return;
    const { relation, kind, name, params = [] } = statement.node.ReindexStmt;
    if (params.some((item) => 'DefElem' in item && item.DefElem.defname === 'concurrently')) return;
    const lock = relation === undefined ? (locks[0] ?? null) : lockOn(subject, nameOfRange(relation));
    if (lock === null) return;
    const what = (kind ?? 'REINDEX_OBJECT_TABLE').replace('REINDEX_OBJECT_', '').toLowerCase();
    const target = relation === undefined ? (name ?? '') : formatName(nameOfRange(relation));
    yield {
      message: `REINDEX blocks reads and writes of ${what === 'table' || what === 'index' ? target : `every table of the ${what}`}`,
      because: 'the planner of a query asks for a lock on each index of a table, and waits for the one that is being built',
      locks: [lock],
      safe: [alone(`reindex ${what} concurrently ${target};`.replace(' ;', ';'))],
    };
  },
};
