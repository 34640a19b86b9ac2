import type { Node, ReindexStmt } from 'libpg-query';
import { nameOfRange } from '../relation-name.ts';
import { claim, type LockClaim } from './lock-claim.ts';

const gentle = { mode: 'SHARE UPDATE EXCLUSIVE', work: 'index build' } as const;

/** CREATE INDEX and REINDEX. Dropping one is among the drops. */
export function indexLocks(node: Node): LockClaim[] | null {
  if ('ReindexStmt' in node) return reindex(node.ReindexStmt);
  if (!('IndexStmt' in node)) return null;
  const { relation, concurrent } = node.IndexStmt;
  if (relation === undefined) return [];
  const page = 'sql-createindex';
  const object = { ...nameOfRange(relation), kind: 'table' } as const;
  if (concurrent) return [claim(object, { ...gentle, because: 'CREATE INDEX CONCURRENTLY', page })];
  return [claim(object, { mode: 'SHARE', work: 'index build', because: 'CREATE INDEX', page })];
}

function reindex({ kind, relation, name, params = [] }: ReindexStmt): LockClaim[] {
  const concurrently = params.some((item) => 'DefElem' in item && item.DefElem.defname === 'concurrently');
  const page = 'sql-reindex';
  if (kind === 'REINDEX_OBJECT_INDEX' && relation !== undefined) {
    const object = { ...nameOfRange(relation), kind: 'index' } as const;
    if (concurrently)
      return [claim(object, { ...gentle, because: 'REINDEX CONCURRENTLY', page, also: 'its table, SHARE UPDATE EXCLUSIVE' })];
    return [claim(object, { mode: 'ACCESS EXCLUSIVE', work: 'index build', because: 'REINDEX', page, also: 'its table, SHARE' })];
  }
  const object =
    relation !== undefined
      ? ({ ...nameOfRange(relation), kind: 'table' } as const)
      : ({ schema: null, name: name ?? '', kind: kind === 'REINDEX_OBJECT_SCHEMA' ? 'schema' : 'database' } as const);
  if (concurrently) return [claim(object, { ...gentle, because: 'REINDEX CONCURRENTLY', page })];
  // The planner asks for ACCESS SHARE on every index of a table, so a locked index holds up nearly every query on it.
  return [
    claim(object, {
      mode: 'SHARE',
      work: 'index build',
      blocks: 'reads and writes',
      because: 'REINDEX',
      page,
      also: 'each index, ACCESS EXCLUSIVE',
    }),
  ];
}
