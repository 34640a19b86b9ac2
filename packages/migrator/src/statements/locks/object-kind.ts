import type { ObjectType } from 'libpg-query';
import type { LockedObject } from './lock-claim.ts';

const KINDS: Partial<Readonly<Record<ObjectType, LockedObject['kind']>>> = {
  OBJECT_INDEX: 'index',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'type',
  OBJECT_SCHEMA: 'schema',
  OBJECT_STATISTIC_EXT: 'statistics',
};

/** How an object is called by the statement that names it; what is not a relation of another kind is a table. */
export function kindOf(type: ObjectType | undefined): LockedObject['kind'] {
  return (type === undefined ? undefined : KINDS[type]) ?? 'table';
}
