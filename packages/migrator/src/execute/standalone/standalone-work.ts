import type { AlterTableStmt, IndexStmt, Node } from 'libpg-query';
import { byteOffsets } from '../../statements/byte-offsets.ts';
import { parseStatements } from '../../statements/parse-statements.ts';
import { loadSqlParser } from '../../statements/parser.ts';
import { nameOfPath, nameOfRange, namePath, type RelationName } from '../../statements/relation-name.ts';

/**
 * What a statement outside a transaction does, as far as a half-done one can be recognised: these can be cleaned up and repeated.
 * `other` cannot: whether it has happened is for a person to say.
 */
export type StandaloneWork =
  /** Leaves an INVALID index when it fails. Where the server is to choose its name, `unnamed` makes the same index on a copy of the table. */
  | { readonly kind: 'create index'; readonly table: RelationName; readonly index: string; readonly unnamed: null }
  | { readonly kind: 'create index'; readonly table: RelationName; readonly index: null; readonly unnamed: UnnamedIndex }
  /** Leaves INVALID indexes named `…_ccnew` (the new one was not ready) or `…_ccold` (the old one was not yet dropped). */
  | { readonly kind: 'reindex' }
  /** Leaves the index, marked INVALID. */
  | { readonly kind: 'drop index'; readonly index: RelationName }
  /** Leaves the partition attached, its detachment pending. */
  | { readonly kind: 'detach partition'; readonly table: RelationName; readonly partition: RelationName }
  /** Leaves nothing: REFRESH MATERIALIZED VIEW, VACUUM, ANALYZE, CLUSTER, CHECKPOINT. */
  | { readonly kind: 'repeatable' }
  | { readonly kind: 'other' };

/** CREATE INDEX around the name of its table, without CONCURRENTLY. */
export interface UnnamedIndex {
  /** `create unique index on `. */
  readonly before: string;
  /** ` using btree (title)`. */
  readonly after: string;
}

const OTHER: StandaloneWork = { kind: 'other' };

export async function standaloneWork(sql: string): Promise<StandaloneWork> {
  const { statements } = await parseStatements(sql);
  const [statement, second] = statements;
  if (statement === undefined || second !== undefined) return OTHER;
  return 'IndexStmt' in statement.node ? await indexWork(sql, statement.node.IndexStmt) : workOf(statement.node);
}

async function indexWork(sql: string, { relation, idxname }: IndexStmt): Promise<StandaloneWork> {
  if (relation === undefined) return OTHER;
  const table = nameOfRange(relation);
  if (idxname !== undefined) return { kind: 'create index', table, index: idxname, unnamed: null };
  return { kind: 'create index', table, index: null, unnamed: await cutOut(sql, relation.location ?? 0) };
}

/** @param location where the table's name begins, in bytes */
async function cutOut(sql: string, location: number): Promise<UnnamedIndex> {
  const units = byteOffsets(sql);
  const tokens = (await loadSqlParser()).scan(sql);
  const first = tokens.findIndex(({ start }) => start === location);
  const concurrently = tokens.slice(0, first).findLast(({ text }) => text.toLowerCase() === 'concurrently');
  let last = first;
  while (tokens[last + 1]?.text === '.') last += 2;
  const head = sql.slice(0, units(concurrently?.start ?? location)) + sql.slice(units(concurrently?.end ?? location), units(location));
  return { before: head, after: sql.slice(units(tokens[last]?.end ?? location)) };
}

function workOf(node: Node): StandaloneWork {
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
