import type { LockingClause, Node, RangeVar, SelectStmt } from 'libpg-query';
import { nameOfRange, type RelationName } from '../relation-name.ts';
import { visit } from '../visit.ts';
import { claim, type LockClaim, type LockRule } from './lock-claim.ts';

const DML = [
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'SelectStmt',
  'CopyStmt',
  'ExplainStmt',
  'PrepareStmt',
  'DeclareCursorStmt',
] as const;

/** SELECT, INSERT, UPDATE, DELETE, MERGE, COPY, and the statements that wrap one of them. */
export function dataLocks(node: Node): LockClaim[] | null {
  return DML.some((kind) => kind in node) ? queryLocks(node) : null;
}

/**
 * The locks of every query in a piece of a parse tree: ROW EXCLUSIVE on what it writes, ROW SHARE on what it selects FOR
 * UPDATE or SHARE, ACCESS SHARE on what it reads. Names of common table expressions are no tables.
 */
export function queryLocks(tree: Node | undefined): LockClaim[] {
  const written: LockClaim[] = [];
  const named = new Set<string>();
  const write = (range: RangeVar | undefined, because: string, page: string, blocks?: LockRule['blocks']) => {
    if (range === undefined) return;
    written.push(
      claim(table(nameOfRange(range)), { mode: 'ROW EXCLUSIVE', work: 'rows', because, page, ...(blocks === undefined ? {} : { blocks }) }),
    );
  };
  visit(tree, (node) => {
    if ('CommonTableExpr' in node) named.add(node.CommonTableExpr.ctename ?? '');
    else if ('InsertStmt' in node)
      write(node.InsertStmt.relation, 'INSERT', 'sql-insert', node.InsertStmt.onConflictClause && 'writes to the same rows');
    else if ('UpdateStmt' in node) write(node.UpdateStmt.relation, 'UPDATE', 'sql-update', 'writes to the same rows');
    else if ('DeleteStmt' in node) write(node.DeleteStmt.relation, 'DELETE', 'sql-delete', 'writes to the same rows');
    else if ('MergeStmt' in node) write(node.MergeStmt.relation, 'MERGE', 'sql-merge', 'writes to the same rows');
    else if ('CopyStmt' in node && node.CopyStmt.is_from) write(node.CopyStmt.relation, 'COPY FROM', 'sql-copy');
    else if ('CopyStmt' in node && node.CopyStmt.relation !== undefined) written.push(read(node.CopyStmt.relation));
    else if ('SelectStmt' in node) written.push(...lockedRows(node.SelectStmt));
  });
  const reads: LockClaim[] = [];
  visit(tree, (node) => {
    if ('RangeVar' in node) reads.push(read(node.RangeVar));
  });
  return [...written, ...reads].filter(({ object }) => object.schema !== null || !named.has(object.name));
}

function lockedRows({ lockingClause = [], fromClause }: SelectStmt): LockClaim[] {
  return lockingClause.flatMap((item) => {
    if (!('LockingClause' in item)) return [];
    const because = `SELECT ${strengthOf(item.LockingClause)}`;
    const only = new Set((item.LockingClause.lockedRels ?? []).flatMap((rel) => ('RangeVar' in rel ? [rel.RangeVar.relname] : [])));
    const found: LockClaim[] = [];
    visit(fromClause, (node) => {
      if (!('RangeVar' in node) || (only.size > 0 && !only.has(node.RangeVar.alias?.aliasname ?? node.RangeVar.relname))) return;
      found.push(
        claim(table(nameOfRange(node.RangeVar)), {
          mode: 'ROW SHARE',
          work: 'rows',
          blocks: 'writes to the same rows',
          because,
          page: 'sql-select',
        }),
      );
    });
    return found;
  });
}

function strengthOf({ strength }: LockingClause): string {
  return {
    LCS_NONE: '',
    LCS_FORKEYSHARE: 'FOR KEY SHARE',
    LCS_FORSHARE: 'FOR SHARE',
    LCS_FORNOKEYUPDATE: 'FOR NO KEY UPDATE',
    LCS_FORUPDATE: 'FOR UPDATE',
  }[strength ?? 'LCS_NONE'];
}

function read(range: RangeVar): LockClaim {
  return claim(table(nameOfRange(range)), { mode: 'ACCESS SHARE', work: 'rows', because: 'it is read', page: 'explicit-locking' });
}

function table(name: RelationName) {
  return { ...name, kind: 'table' } as const;
}
