import type { DropStmt, Node, ObjectType } from 'libpg-query';
import { nameOfPath, namePath } from '../relation-name.ts';
import { claim, type LockClaim, type LockRule } from './lock-claim.ts';
import { kindOf } from './object-kind.ts';

/** Kinds of objects that belong to a table and are named after it: `DROP TRIGGER name ON table`. */
const OF_A_TABLE = new Set<ObjectType>(['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);

const RELATIONS = new Set<ObjectType>([
  'OBJECT_TABLE',
  'OBJECT_FOREIGN_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_SEQUENCE',
  'OBJECT_INDEX',
]);

/** Without CASCADE nothing that a table leans on can go, so nothing else is locked. */
const CASCADING = new Set<ObjectType>([
  'OBJECT_TYPE',
  'OBJECT_DOMAIN',
  'OBJECT_SCHEMA',
  'OBJECT_FUNCTION',
  'OBJECT_PROCEDURE',
  'OBJECT_ROUTINE',
  'OBJECT_EXTENSION',
]);

/** DROP of anything, and DROP OWNED. */
export function dropLocks(node: Node): LockClaim[] | null {
  if ('DropOwnedStmt' in node) {
    const rule: LockRule = {
      mode: 'ACCESS EXCLUSIVE',
      because: 'DROP OWNED',
      page: 'sql-drop-owned',
      also: 'everything that the role owns',
    };
    return (node.DropOwnedStmt.roles ?? []).flatMap((item) =>
      'RoleSpec' in item ? [claim({ schema: null, name: item.RoleSpec.rolename ?? 'current_role', kind: 'role' }, rule)] : [],
    );
  }
  if (!('DropStmt' in node)) return null;
  return (node.DropStmt.objects ?? []).flatMap((object) => drop(node.DropStmt, object));
}

function drop(statement: DropStmt, object: Node): LockClaim[] {
  const { removeType = 'OBJECT_TABLE', behavior, missing_ok, concurrent } = statement;
  const path = namePath(object);
  const cascade = behavior === 'DROP_CASCADE' ? 'what depends on it' : null;
  const what = removeType.replace('OBJECT_', '').replace('MATVIEW', 'MATERIALIZED_VIEW').replaceAll('_', ' ');
  const base = { mode: 'ACCESS EXCLUSIVE', because: `DROP ${what}`, page: `sql-drop${what.toLowerCase().replaceAll(' ', '')}` } as const;
  const maybe = missing_ok ? { unless: 'it does not exist' } : {};
  if (OF_A_TABLE.has(removeType)) return [claim({ ...nameOfPath(path.slice(0, -1)), kind: 'table' }, { ...base, ...maybe })];
  if (removeType === 'OBJECT_INDEX' && concurrent) {
    const rule: LockRule = {
      ...base,
      ...maybe,
      mode: 'SHARE UPDATE EXCLUSIVE',
      because: 'DROP INDEX CONCURRENTLY',
      also: 'its table, SHARE UPDATE EXCLUSIVE',
    };
    return [claim({ ...nameOfPath(path), kind: 'index' }, rule)];
  }
  if (removeType === 'OBJECT_STATISTIC_EXT') {
    const rule: LockRule = {
      ...base,
      ...maybe,
      mode: 'SHARE UPDATE EXCLUSIVE',
      because: 'DROP STATISTICS',
      page: 'sql-dropstatistics',
      also: 'its table, SHARE UPDATE EXCLUSIVE',
    };
    return [claim({ ...nameOfPath(path), kind: 'statistics' }, rule)];
  }
  if (RELATIONS.has(removeType)) {
    const own =
      removeType === 'OBJECT_INDEX'
        ? 'its table, ACCESS EXCLUSIVE'
        : removeType === 'OBJECT_TABLE'
          ? 'the tables that its foreign keys reference and the table it is a partition of, ACCESS EXCLUSIVE'
          : null;
    const also = [own, cascade].filter((text) => text !== null).join('; ');
    return [claim({ ...nameOfPath(path), kind: kindOf(removeType) }, { ...base, ...maybe, ...(also === '' ? {} : { also }) })];
  }
  if (cascade === null || !CASCADING.has(removeType)) return [];
  const kind = removeType === 'OBJECT_SCHEMA' ? 'schema' : 'type';
  const also = removeType === 'OBJECT_SCHEMA' ? 'every table in it, and what depends on them' : 'every table that uses it';
  return [claim({ ...nameOfPath(namedBy(object) ?? path), kind }, { ...base, ...maybe, because: `${base.because} CASCADE`, also })];
}

/** Functions and types are not plain lists of strings. */
function namedBy(object: Node): string[] | null {
  if ('ObjectWithArgs' in object) return namePath(object.ObjectWithArgs.objname);
  return 'TypeName' in object ? namePath(object.TypeName.names) : null;
}
