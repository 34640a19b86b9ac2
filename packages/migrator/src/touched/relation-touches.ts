import type { AlterTableCmd, CreateStmt, Node, ObjectType } from 'libpg-query';
import { formatName, nameOfRange, type RelationName } from '../statements/relation-name.ts';
import type { Family, TableOfIndex } from './family.ts';
import { addsToRelation, anything, changes, changesRelation, relation, type Touch } from './touch.ts';

/** Statements that make or change tables, views, indexes and sequences, and what hangs on a table. */
export const relationTouches: Family = (node, tableOf) => {
  if ('AlterTableStmt' in node) {
    const { relation: range, cmds = [], objtype } = node.AlterTableStmt;
    if (range === undefined) return [];
    if (objtype === 'OBJECT_TABLE' && cmds.every(addsColumn)) return addsToRelation(range);
    return [...changesOwner(nameOfRange(range), objtype, tableOf), ...cmds.flatMap(parts)];
  }
  if ('CreateStmt' in node) return createTable(node.CreateStmt);
  if ('CreateForeignTableStmt' in node) return createTable(node.CreateForeignTableStmt.base ?? {});
  if ('ViewStmt' in node) return changesRelation(node.ViewStmt.view);
  if ('IndexStmt' in node) {
    const { relation: range, idxname } = node.IndexStmt;
    const index = idxname === undefined ? [] : [changes(relation({ schema: range?.schemaname ?? null, name: idxname }))];
    return [...addsToRelation(range), ...index];
  }
  if ('ReindexStmt' in node) {
    const { relation: range, kind } = node.ReindexStmt;
    if (range === undefined) return [anything('REINDEX of more than one table')];
    return changesOwner(nameOfRange(range), kind === 'REINDEX_OBJECT_INDEX' ? 'OBJECT_INDEX' : 'OBJECT_TABLE', tableOf);
  }
  if ('CreateSeqStmt' in node) return changesRelation(node.CreateSeqStmt.sequence);
  if ('AlterSeqStmt' in node) return changesRelation(node.AlterSeqStmt.sequence);
  if ('CreateTrigStmt' in node) return addsToRelation(node.CreateTrigStmt.relation);
  if ('CreatePolicyStmt' in node) return addsToRelation(node.CreatePolicyStmt.table);
  if ('AlterPolicyStmt' in node) return changesRelation(node.AlterPolicyStmt.table);
  if ('RuleStmt' in node) return changesRelation(node.RuleStmt.relation);
  if ('CreateStatsStmt' in node) {
    return (node.CreateStatsStmt.relations ?? []).flatMap((item) => ('RangeVar' in item ? changesRelation(item.RangeVar) : []));
  }
  if ('RefreshMatViewStmt' in node) return changesRelation(node.RefreshMatViewStmt.relation);
  return null;
};

/** An index is part of its table: whoever changes it changes that. */
export function changesOwner(name: RelationName, type: ObjectType | undefined, tableOf: TableOfIndex): readonly Touch[] {
  if (type !== 'OBJECT_INDEX') return [changes(relation(name))];
  const table = tableOf(name);
  return [
    changes(relation(name)),
    table === null ? anything(`the table of the index ${formatName(name)} is not known`) : changes(relation(table)),
  ];
}

function createTable({ relation: range, inhRelations = [], partbound }: CreateStmt): readonly Touch[] {
  const parents = partbound === undefined ? [] : inhRelations.flatMap((item) => ('RangeVar' in item ? changesRelation(item.RangeVar) : []));
  return [...changesRelation(range), ...parents];
}

function addsColumn(item: Node): boolean {
  return 'AlterTableCmd' in item && item.AlterTableCmd.subtype === 'AT_AddColumn';
}

/** A partition changes with the table that it comes to or leaves. */
function parts(item: Node): readonly Touch[] {
  const command: AlterTableCmd = 'AlterTableCmd' in item ? item.AlterTableCmd : {};
  return command.def !== undefined && 'PartitionCmd' in command.def ? changesRelation(command.def.PartitionCmd.name) : [];
}
