import type { Node, VacuumStmt } from 'libpg-query';
import { nameOfRange } from '../relation-name.ts';
import { claim, LOCK_MODES, type LockClaim, type LockedObject, type LockRule } from './lock-claim.ts';

const EVERYTHING: LockedObject = { schema: null, name: 'every table', kind: 'database' };

/** VACUUM, ANALYZE, CLUSTER, REFRESH, TRUNCATE and LOCK. */
export function maintenanceLocks(node: Node): LockClaim[] | null {
  if ('VacuumStmt' in node) return vacuum(node.VacuumStmt);
  if ('ClusterStmt' in node) {
    const { relation } = node.ClusterStmt;
    const object: LockedObject = relation === undefined ? EVERYTHING : { ...nameOfRange(relation), kind: 'table' };
    return [claim(object, { mode: 'ACCESS EXCLUSIVE', work: 'rewrite', because: 'CLUSTER', page: 'sql-cluster' })];
  }
  if ('RefreshMatViewStmt' in node) {
    const { relation, concurrent, skipData } = node.RefreshMatViewStmt;
    if (relation === undefined) return [];
    const base = { page: 'sql-refreshmaterializedview', also: 'what its query reads, ACCESS SHARE' } as const;
    const rule: LockRule = concurrent
      ? { ...base, mode: 'EXCLUSIVE', work: 'scan', because: 'REFRESH CONCURRENTLY' }
      : { ...base, mode: 'ACCESS EXCLUSIVE', work: skipData ? 'catalog' : 'rewrite', because: 'REFRESH' };
    return [claim({ ...nameOfRange(relation), kind: 'materialized view' }, rule)];
  }
  if ('TruncateStmt' in node) {
    const { relations = [], behavior } = node.TruncateStmt;
    const rule: LockRule = { mode: 'ACCESS EXCLUSIVE', because: 'TRUNCATE', page: 'sql-truncate' };
    const full = behavior === 'DROP_CASCADE' ? { ...rule, also: 'the tables that reference it, ACCESS EXCLUSIVE' } : rule;
    return relations.flatMap((item) => ('RangeVar' in item ? [claim({ ...nameOfRange(item.RangeVar), kind: 'table' }, full)] : []));
  }
  if ('LockStmt' in node) {
    const { relations = [], mode = 8 } = node.LockStmt;
    // The grammar numbers the modes from 1, in the order of the list.
    const rule: LockRule = { mode: LOCK_MODES[mode - 1] ?? 'ACCESS EXCLUSIVE', because: 'LOCK', page: 'sql-lock' };
    return relations.flatMap((item) => ('RangeVar' in item ? [claim({ ...nameOfRange(item.RangeVar), kind: 'table' }, rule)] : []));
  }
  return null;
}

function vacuum({ rels = [], is_vacuumcmd: isVacuum, options = [] }: VacuumStmt): LockClaim[] {
  const full = options.some((item) => 'DefElem' in item && item.DefElem.defname === 'full' && !isOff(item.DefElem.arg));
  const rule: LockRule = full
    ? { mode: 'ACCESS EXCLUSIVE', work: 'rewrite', because: 'VACUUM FULL', page: 'sql-vacuum' }
    : {
        mode: 'SHARE UPDATE EXCLUSIVE',
        work: 'scan',
        because: isVacuum ? 'VACUUM' : 'ANALYZE',
        page: isVacuum ? 'sql-vacuum' : 'sql-analyze',
      };
  const objects = rels.flatMap((item): LockedObject[] =>
    'VacuumRelation' in item && item.VacuumRelation.relation !== undefined
      ? [{ ...nameOfRange(item.VacuumRelation.relation), kind: 'table' }]
      : [],
  );
  return (objects.length === 0 ? [EVERYTHING] : objects).map((object) => claim(object, rule));
}

function isOff(value: Node | undefined): boolean {
  if (value === undefined) return false;
  if ('String' in value) return /^(off|false|0)$/.test(value.String.sval ?? '');
  return ('Boolean' in value && !value.Boolean.boolval) || ('Integer' in value && !value.Integer.ival);
}
