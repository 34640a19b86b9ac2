import { formatName } from '@godwit/migrator/statements';
import type { StatementRule } from '../rule.ts';
import { alone } from '../safe/steps.ts';

export const dropIndexNotConcurrently: StatementRule = {
  about: 'statements',
  name: 'drop-index-not-concurrently',
  group: 'locks',
  severity: 'error',
  summary: 'DROP INDEX without CONCURRENTLY',
  why: 'It takes ACCESS EXCLUSIVE on the table: while it waits for the last long query on it, all that come after wait behind it, reads too. With CONCURRENTLY nothing waits; it cannot run in a transaction and takes one index, so each gets a revision of its own.',
  example: { sql: 'drop index shelf.books_title;', history: 'create index concurrently books_title on shelf.books (title);' },
  reverts: true,
  sees: 'before',
  kinds: ['DropStmt'],
  *check({ statement, locks, schema }) {
    if (!('DropStmt' in statement.node) || statement.node.DropStmt.removeType !== 'OBJECT_INDEX' || statement.node.DropStmt.concurrent)
      return;
    const maybe = statement.node.DropStmt.missing_ok ? 'if exists ' : '';
    const dropped = locks.filter(({ object }) => object.kind === 'index');
    // An index of partitioned tables cannot be dropped concurrently.
    const plain = dropped.filter(({ object }) => schema.tableOfIndex(object)?.kind !== 'partitioned table');
    if (plain.length === 0) return;
    const names = plain.map(({ object }) => formatName(object));
    const tables = plain.map(({ object }) => schema.tableOfIndex(object)?.name ?? null);
    const what = tables.flatMap((name) => (name === null ? [] : [formatName(name)]));
    yield {
      message: `DROP INDEX locks ${what.length === names.length ? [...new Set(what)].join(', ') : `the table of ${names.join(', ')}`} against reads and writes`,
      because: 'whoever comes while it waits for a long query on the table waits behind it',
      locks: plain,
      safe: names.map((name) => alone(`drop index concurrently ${maybe}${name};`)),
    };
  },
};
