import type { Node, ObjectType } from 'libpg-query';
import { nameOfPath, namePath } from '../statements/relation-name.ts';
import type { TableOfIndex } from './family.ts';
import { changesOwner } from './relation-touches.ts';
import { changes, relation, type Touch, type TouchedObject } from './touch.ts';

const KINDS: Partial<Readonly<Record<ObjectType, TouchedObject['kind']>>> = {
  OBJECT_TABLE: 'relation',
  OBJECT_VIEW: 'relation',
  OBJECT_MATVIEW: 'relation',
  OBJECT_FOREIGN_TABLE: 'relation',
  OBJECT_SEQUENCE: 'relation',
  OBJECT_TYPE: 'relation',
  OBJECT_DOMAIN: 'relation',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_AGGREGATE: 'function',
  OBJECT_SCHEMA: 'schema',
  OBJECT_EXTENSION: 'extension',
  OBJECT_ROLE: 'role',
};

/** Parts of a table, named after it: `s.books.title`. */
const OF_A_TABLE = new Set<ObjectType>([
  'OBJECT_COLUMN',
  'OBJECT_TABCONSTRAINT',
  'OBJECT_TRIGGER',
  'OBJECT_POLICY',
  'OBJECT_RULE',
  'OBJECT_ATTRIBUTE',
]);

/** An object that a statement names together with its kind, as DROP, COMMENT, OWNER TO and GRANT do. */
export function changesObject(type: ObjectType | undefined, object: Node | undefined, tableOf: TableOfIndex): readonly Touch[] {
  if (object === undefined) return [];
  const path = pathOf(object);
  if (type === 'OBJECT_INDEX') return changesOwner(nameOfPath(path), type, tableOf);
  if (type !== undefined && OF_A_TABLE.has(type)) return [changes(relation(nameOfPath(path.slice(0, -1))))];
  const kind = (type === undefined ? undefined : KINDS[type]) ?? 'other';
  return [changes({ kind, ...nameOfPath(path) })];
}

/** Functions and types are not plain lists of strings, and roles are no names at all. */
function pathOf(object: Node): string[] {
  if ('ObjectWithArgs' in object) return namePath(object.ObjectWithArgs.objname);
  if ('TypeName' in object) return namePath(object.TypeName.names);
  if ('RangeVar' in object)
    return [...(object.RangeVar.schemaname === undefined ? [] : [object.RangeVar.schemaname]), object.RangeVar.relname ?? ''];
  if ('RoleSpec' in object) return [object.RoleSpec.rolename ?? ''];
  return namePath(object);
}
