import { formatName, nameOfRange } from '@godwit/migrator/statements';
import type { InsertStmt, Node, RangeVar } from 'libpg-query';
import { lockOn } from '../lock-on.ts';
import type { StatementRule, Subject } from '../rule.ts';
import { batchedStatement } from '../safe/batched-statement.ts';
import { batch } from '../safe/steps.ts';
import { meetsFewRows } from '../tree/bounded.ts';

export const backfillInRevision: StatementRule = {
  about: 'statements',
  name: 'backfill-in-revision',
  group: 'rows',
  severity: 'warning',
  summary: 'UPDATE, DELETE, MERGE or INSERT … SELECT of many rows in a revision',
  why: 'A revision is one transaction: it holds the rows it changes, and every lock of the statements around, until the last row is done, and a deploy waits for it. A backfill does it in small batches while the application works, can be paused, and goes on where it was stopped. A change of rows that are named by their key is no finding.',
  example: { sql: "update shelf.books set description = 'none yet' where description is null;" },
  reverts: false,
  sees: 'before',
  kinds: ['UpdateStmt', 'DeleteStmt', 'MergeStmt', 'InsertStmt'],
  *check(subject) {
    const { statement, schema, held } = subject;
    const change = changeOf(subject);
    if (change === null) return;
    const name = nameOfRange(change.relation);
    const table = schema.table(name);
    if (change.where !== null && meetsFewRows(change.where, table)) return;
    const cut = batchedStatement(statement, table);
    const waiting = held.filter(({ blocks }) => blocks === 'writes' || blocks === 'reads and writes');
    const others = [...new Set(waiting.map(({ object }) => formatName(object)))].join(', ');
    const own = lockOn(subject, name);
    yield {
      message: `${change.verb} many rows of ${formatName(name)} in one transaction`,
      because:
        waiting.length > 0
          ? `until it is done, nobody gets at what the statements above have locked: ${others}`
          : 'the deploy waits for it, and so does whoever writes to one of the rows',
      locks: [...waiting.map((lock) => ({ ...lock, work: 'rows' as const })), ...(own === null ? [] : [own])],
      safe: cut === null ? [] : [batch(cut, 'as a backfill, batch by batch')],
    };
  },
};

interface Change {
  readonly verb: string;
  readonly relation: RangeVar;
  /** Null where no condition can make it small. */
  readonly where: Node | null;
}

/** What a statement changes of tables that are in use; null for what is small for certain. One without WHERE is another rule's. */
function changeOf({ statement: { node }, locks }: Subject): Change | null {
  if (locks.length === 0) return null;
  if ('UpdateStmt' in node && node.UpdateStmt.relation !== undefined && node.UpdateStmt.whereClause !== undefined)
    return { verb: 'UPDATE changes', relation: node.UpdateStmt.relation, where: node.UpdateStmt.whereClause };
  if ('DeleteStmt' in node && node.DeleteStmt.relation !== undefined && node.DeleteStmt.whereClause !== undefined)
    return { verb: 'DELETE removes', relation: node.DeleteStmt.relation, where: node.DeleteStmt.whereClause };
  if ('MergeStmt' in node && node.MergeStmt.relation !== undefined)
    return { verb: 'MERGE changes', relation: node.MergeStmt.relation, where: null };
  if ('InsertStmt' in node && node.InsertStmt.relation !== undefined && readsTable(node.InsertStmt, locks))
    return { verb: 'INSERT … SELECT writes', relation: node.InsertStmt.relation, where: null };
  return null;
}

/** Whether the rows come from a table that is in use, and may be many. */
function readsTable({ selectStmt }: InsertStmt, locks: Subject['locks']): boolean {
  if (selectStmt === undefined || !('SelectStmt' in selectStmt) || selectStmt.SelectStmt.limitCount !== undefined) return false;
  return locks.some(({ because }) => because === 'it is read');
}
