import { formatName, nameOfRange } from '@godwit/migrator/statements';
import { lockOn } from '../lock-on.ts';
import type { StatementRule } from '../rule.ts';
import { batchedStatement } from '../safe/batched-statement.ts';
import { batch } from '../safe/steps.ts';

export const noWhere: StatementRule = {
  about: 'statements',
  name: 'no-where',
  group: 'rows',
  severity: 'error',
  summary: 'UPDATE or DELETE of every row',
  why: 'In one transaction it locks every row of the table against writers, keeps the old version of each until it ends, holds up replication, and starts again from nothing when it fails. A backfill does it in small batches, each committed, while the application works.',
  example: { sql: "update shelf.books set description = '';" },
  reverts: false,
  sees: 'before',
  kinds: ['UpdateStmt', 'DeleteStmt'],
  *check(subject) {
    const { statement, schema } = subject;
    const change =
      'UpdateStmt' in statement.node ? statement.node.UpdateStmt : 'DeleteStmt' in statement.node ? statement.node.DeleteStmt : undefined;
    if (change?.relation === undefined || change.whereClause !== undefined) return;
    const table = nameOfRange(change.relation);
    const lock = lockOn(subject, table);
    if (lock === null) return;
    const cut = batchedStatement(statement, schema.table(table));
    yield {
      message: `${statement.kind === 'UpdateStmt' ? 'UPDATE changes' : 'DELETE removes'} every row of ${formatName(table)} in one transaction`,
      because: 'each row stays locked against other writers until the revision ends',
      locks: [lock],
      safe: cut === null ? [] : [batch(cut, 'as a backfill, batch by batch')],
    };
  },
};
