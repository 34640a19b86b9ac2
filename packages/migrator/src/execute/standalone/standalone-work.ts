import type { AlterTableStmt, Node } from 'libpg-query';
import { parseStatements } from '../../statements/parse-statements.ts';
import { nameOfPath, nameOfRange, namePath, type RelationName } from '../../statements/relation-name.ts';

/**
 * What a statement outside a transaction does, as far as a half-done one can be recognised: these can be cleaned up and repeated.
 * `other` cannot: whether it has happened is for a person to say.
 */
export type StandaloneWork =
  /** Leaves an INVALID index when it fails. */
  | { readonly kind: 'create index'; readonly table: RelationName; readonly index: string | null }
  /** Leaves INVALID indexes named `…_ccnew` (the new one was not ready) or `…_ccold` (the old one was not yet dropped). */
  | { readonly kind: 'reindex' }
  /** Leaves the index, marked INVALID. */
  | { readonly kind: 'drop index'; readonly index: RelationName }
  /** Leaves the partition attached, its detachment pending. */
  | { readonly kind: 'detach partition'; readonly table: RelationName; readonly partition: RelationName }
  /** Leaves nothing: REFRESH MATERIALIZED VIEW, VACUUM, ANALYZE, CLUSTER, CHECKPOINT. */
  | { readonly kind: 'repeatable' }
  | { readonly kind: 'other' };

const OTHER: StandaloneWork = { kind: 'other' };

export async function standaloneWork(sql: string): Promise<StandaloneWork> {
  const { statements } = await parseStatements(sql);
  const [statement, second] = statements;
  return statement === undefined || second !== undefined ? OTHER : workOf(statement.node);
}

function workOf(node: Node): StandaloneWork {
  if ('IndexStmt' in node) {
    const { relation, idxname } = node.IndexStmt;
    return relation === undefined ? OTHER : { kind: 'create index', table: nameOfRange(relation), index: idxname ?? null };
  }
  if ('ReindexStmt' in node) return { kind: 'reindex' };
  if ('DropStmt' in node) {
    const [object, second] = node.DropStmt.objects ?? [];
    if (node.DropStmt.removeType !== 'OBJECT_INDEX' || object === undefined || second !== undefined) return OTHER;
    return { kind: 'drop index', index: nameOfPath(namePath(object)) };
  }
  if ('AlterTableStmt' in node) return detachment(node.AlterTableStmt) ?? OTHER;
  const repeatable = 'RefreshMatViewStmt' in node || 'VacuumStmt' in node || 'ClusterStmt' in node || 'CheckPointStmt' in node;
  return repeatable ? { kind: 'repeatable' } : OTHER;
}

function detachment({ relation, cmds = [] }: AlterTableStmt): StandaloneWork | null {
  const [command, second] = cmds;
  if (relation === undefined || command === undefined || second !== undefined || !('AlterTableCmd' in command)) return null;
  const { subtype, def } = command.AlterTableCmd;
  if (subtype !== 'AT_DetachPartition' && subtype !== 'AT_DetachPartitionFinalize') return null;
  if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.name === undefined) return null;
  return { kind: 'detach partition', table: nameOfRange(relation), partition: nameOfRange(def.PartitionCmd.name) };
}
