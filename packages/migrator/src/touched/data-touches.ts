import type { InsertStmt, Node } from 'libpg-query';
import { formatName, nameOfPath, namePath } from '../statements/relation-name.ts';
import { visit } from '../statements/visit.ts';
import type { Family } from './family.ts';
import { isHarmless } from './harmless-functions.ts';
import { addsToRelation, anything, changesRelation, type Touch } from './touch.ts';

const DATA = ['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'CopyStmt', 'CreateTableAsStmt', 'ExplainStmt'] as const;

/** Statements that read and write rows, and those that maintain them. A function that such a statement calls runs now, and may do anything. */
export const dataTouches: Family = (node) => {
  if (DATA.some((kind) => kind in node)) return [...written(node), ...called(node)];
  if ('TruncateStmt' in node) {
    const { relations = [], behavior } = node.TruncateStmt;
    const cascade = behavior === 'DROP_CASCADE' ? [anything('TRUNCATE CASCADE reaches what references it')] : [];
    return [...relations.flatMap((item) => ('RangeVar' in item ? changesRelation(item.RangeVar) : [])), ...cascade];
  }
  if ('VacuumStmt' in node) {
    return (node.VacuumStmt.rels ?? []).flatMap((item) => ('VacuumRelation' in item ? changesRelation(item.VacuumRelation.relation) : []));
  }
  if ('ClusterStmt' in node) return changesRelation(node.ClusterStmt.relation);
  return null;
};

function written(tree: Node): readonly Touch[] {
  const found: Touch[] = [];
  visit(tree, (node) => {
    if ('InsertStmt' in node) found.push(...inserted(node.InsertStmt));
    if ('UpdateStmt' in node) found.push(...changesRelation(node.UpdateStmt.relation));
    if ('DeleteStmt' in node) found.push(...changesRelation(node.DeleteStmt.relation));
    if ('MergeStmt' in node) found.push(...changesRelation(node.MergeStmt.relation));
    if ('CopyStmt' in node && node.CopyStmt.is_from) found.push(...changesRelation(node.CopyStmt.relation));
    if ('CreateTableAsStmt' in node) found.push(...changesRelation(node.CreateTableAsStmt.into?.rel));
    if ('SelectStmt' in node) found.push(...changesRelation(node.SelectStmt.intoClause?.rel));
  });
  return found;
}

/** An upsert may change what is there. */
function inserted({ relation, onConflictClause }: InsertStmt): readonly Touch[] {
  return onConflictClause?.action === 'ONCONFLICT_UPDATE' ? changesRelation(relation) : addsToRelation(relation);
}

function called(tree: Node): readonly Touch[] {
  const found: Touch[] = [];
  visit(tree, (node) => {
    const path = 'FuncCall' in node ? namePath(node.FuncCall.funcname) : [];
    if (path.length > 0 && !isHarmless(path)) found.push(anything(`${formatName(nameOfPath(path))}() may do anything`));
  });
  return found;
}
