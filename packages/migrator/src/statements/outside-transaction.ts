import type { Node } from 'libpg-query';
import type { Statement } from './statement.ts';

/**
 * Whether the server refuses the statement inside a transaction (25001, "cannot run inside a transaction block"), by the
 * callers of `PreventInTransactionBlock` in PostgreSQL 15 to 18. Some more depend on what the database holds: REINDEX of a
 * partitioned table, ALTER SUBSCRIPTION.
 *
 * @returns the command in words, or null when it may run in one
 */
export function outsideTransaction({ node }: Pick<Statement, 'node'>): string | null {
  if ('IndexStmt' in node) return node.IndexStmt.concurrent ? 'CREATE INDEX CONCURRENTLY' : null;
  if ('DropStmt' in node) return node.DropStmt.concurrent ? 'DROP INDEX CONCURRENTLY' : null;
  if ('ReindexStmt' in node) {
    const { params = [], kind = 'REINDEX_OBJECT_TABLE' } = node.ReindexStmt;
    if (params.some((item) => 'DefElem' in item && item.DefElem.defname === 'concurrently')) return 'REINDEX CONCURRENTLY';
    const whole = kind.replace('REINDEX_OBJECT_', '');
    return whole === 'TABLE' || whole === 'INDEX' ? null : `REINDEX ${whole}`;
  }
  if ('AlterTableStmt' in node) return (node.AlterTableStmt.cmds ?? []).some(detachesConcurrently) ? 'DETACH PARTITION CONCURRENTLY' : null;
  if ('VacuumStmt' in node) return node.VacuumStmt.is_vacuumcmd ? 'VACUUM' : null;
  if ('ClusterStmt' in node) return node.ClusterStmt.relation === undefined ? 'CLUSTER of every table' : null;
  if ('CreatedbStmt' in node) return 'CREATE DATABASE';
  if ('DropdbStmt' in node) return 'DROP DATABASE';
  if ('CreateTableSpaceStmt' in node) return 'CREATE TABLESPACE';
  if ('DropTableSpaceStmt' in node) return 'DROP TABLESPACE';
  if ('AlterSystemStmt' in node) return 'ALTER SYSTEM';
  if ('DiscardStmt' in node) return node.DiscardStmt.target === 'DISCARD_ALL' ? 'DISCARD ALL' : null;
  return null;
}

function detachesConcurrently(command: Node): boolean {
  const def = 'AlterTableCmd' in command ? command.AlterTableCmd.def : undefined;
  return def !== undefined && 'PartitionCmd' in def && def.PartitionCmd.concurrent === true;
}
