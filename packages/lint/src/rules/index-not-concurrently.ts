import { formatName, nameOfRange } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { concurrently } from '../safe/concurrently.ts';
import { partitionedIndex } from '../safe/partitioned-index.ts';
import { alone } from '../safe/steps.ts';

export const indexNotConcurrently: StatementRule = {
  about: 'statements',
  name: 'index-not-concurrently',
  group: 'locks',
  severity: 'error',
  summary: 'CREATE INDEX without CONCURRENTLY',
  why: 'Nobody can write to the table until the index is built, which takes the longer the larger the table is. With CONCURRENTLY nothing waits; it cannot run in a transaction, so it gets a revision of its own. A partitioned table has its indexes built partition by partition.',
  example: { sql: 'create index books_author on shelf.books (author);' },
  reverts: true,
  sees: 'before',
  kinds: ['IndexStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    if (!('IndexStmt' in statement.node)) return;
    const { relation, concurrent } = statement.node.IndexStmt;
    // ON ONLY makes the parent of the indexes of partitions, and reads nothing.
    if (relation === undefined || concurrent || !relation.inh) return;
    const name = nameOfRange(relation);
    const lock = lockOn(subject, name);
    if (lock === null) return;
    const table = schema.table(name);
    const parts =
      table?.kind === 'partitioned table'
        ? schema.tables().filter(({ partitionOf }) => partitionOf !== null && formatName(partitionOf) === formatName(table.name))
        : [];
    yield {
      message: `CREATE INDEX blocks writes to ${formatName(name)} until the index is built`,
      because: 'every insert, update and delete waits while the whole table is read and sorted',
      locks: [lock],
      safe:
        table !== null && parts.length > 0
          ? partitionedIndex(
              statement,
              statement.node.IndexStmt,
              table,
              parts.map((part) => part.name),
            )
          : [alone(concurrently(statement))],
    };
  },
};
