import type { Node, RangeVar } from 'libpg-query';
import { nameOfRange, type RelationName } from '../relation-name.ts';
import { schemasOf } from '../search-path.ts';
import { searchPathChange } from '../search-path-change.ts';
import type { Statement } from '../statement.ts';
import type { LockClaim } from './lock-claim.ts';
import { locksOf } from './locks-of.ts';

export interface LockTracker {
  /** The statement's locks on objects that stood before the first statement this tracker has seen. Statements must come in order. */
  readonly locksOf: (statement: Pick<Statement, 'node'>) => readonly LockClaim[];
  /** Whether a statement seen so far made it. */
  readonly hasMade: (name: RelationName) => boolean;
  /** A new body begins: the search path is again the one it was at first. */
  readonly nextBody: () => void;
}

/**
 * Follows a sequence of statements and leaves out the locks on what they made themselves: nobody else waits for those.
 * `IF NOT EXISTS` and `OR REPLACE` may have found something older, so they do not count as making.
 *
 * @param searchPath decides where names without a schema belong, until a statement sets another
 */
export function trackLocks(searchPath: readonly string[] = ['public']): LockTracker {
  const first = searchPath[0] ?? 'public';
  let schema = first;
  const made = new Set<string>();
  const key = (name: RelationName) => JSON.stringify([name.schema ?? schema, name.name]);
  return {
    locksOf: ({ node }) => {
      const claims = locksOf({ node }).filter(({ object }) => !made.has(key(object)));
      const path = searchPathChange(node);
      if (path !== null) schema = path === 'default' ? first : (schemasOf(path)[0] ?? schema);
      const renamed = 'RenameStmt' in node ? node.RenameStmt : undefined;
      if (renamed?.relation !== undefined && made.has(key(nameOfRange(renamed.relation))) && renamed.renameType !== 'OBJECT_COLUMN') {
        made.add(key({ schema: renamed.relation.schemaname ?? null, name: renamed.newname ?? '' }));
      }
      for (const name of madeBy(node)) made.add(key(name));
      return claims;
    },
    hasMade: (name) => made.has(key(name)),
    nextBody: () => {
      schema = first;
    },
  };
}

function madeBy(node: Node): RelationName[] {
  if ('CreateStmt' in node) return node.CreateStmt.if_not_exists ? [] : named(node.CreateStmt.relation);
  if ('CreateForeignTableStmt' in node) return named(node.CreateForeignTableStmt.base?.relation);
  if ('CreateTableAsStmt' in node) return node.CreateTableAsStmt.if_not_exists ? [] : named(node.CreateTableAsStmt.into?.rel);
  if ('SelectStmt' in node) return named(node.SelectStmt.intoClause?.rel);
  if ('ViewStmt' in node) return node.ViewStmt.replace ? [] : named(node.ViewStmt.view);
  if ('CreateSeqStmt' in node) return node.CreateSeqStmt.if_not_exists ? [] : named(node.CreateSeqStmt.sequence);
  if ('CompositeTypeStmt' in node) return named(node.CompositeTypeStmt.typevar);
  if ('CreateSchemaStmt' in node) {
    const { schemaname = null, schemaElts = [] } = node.CreateSchemaStmt;
    return schemaElts.flatMap(madeBy).map((name) => ({ ...name, schema: name.schema ?? schemaname }));
  }
  if ('IndexStmt' in node) {
    const { idxname, relation, if_not_exists } = node.IndexStmt;
    return idxname === undefined || if_not_exists ? [] : [{ schema: relation?.schemaname ?? null, name: idxname }];
  }
  return [];
}

function named(range: RangeVar | undefined): RelationName[] {
  return range === undefined ? [] : [nameOfRange(range)];
}
