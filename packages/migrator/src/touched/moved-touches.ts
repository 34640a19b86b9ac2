import { nameOfRange } from '../statements/relation-name.ts';
import type { Family } from './family.ts';
import { changesObject } from './object-of.ts';
import { changesOwner } from './relation-touches.ts';
import { anything, changes, type Touch } from './touch.ts';

/** RENAME and SET SCHEMA: an object leaves one name and takes another. */
export const movedTouches: Family = (node, tableOf) => {
  if ('RenameStmt' in node) {
    const { renameType, relation: range, object, newname = '' } = node.RenameStmt;
    if (renameType === 'OBJECT_SCHEMA') return [anything('RENAME of a schema renames everything in it')];
    if (range === undefined) {
      const old = changesObject(renameType, object, tableOf);
      return [...old, ...renamed(old, { name: newname })];
    }
    const old = changesOwner(nameOfRange(range), renameType, tableOf);
    const ofPart = !/^OBJECT_(?:TABLE|VIEW|MATVIEW|FOREIGN_TABLE|SEQUENCE|INDEX)$/.test(renameType ?? '');
    return ofPart ? old : [...old, ...renamed(old.slice(0, 1), { name: newname })];
  }
  if ('AlterObjectSchemaStmt' in node) {
    const { objectType, relation: range, object, newschema = '' } = node.AlterObjectSchemaStmt;
    if (objectType === 'OBJECT_EXTENSION') return [anything('SET SCHEMA of an extension moves its functions and types')];
    const old = range === undefined ? changesObject(objectType, object, tableOf) : changesOwner(nameOfRange(range), objectType, tableOf);
    return [...old, ...renamed(old.slice(0, 1), { schema: newschema })];
  }
  return null;
};

function renamed(touches: readonly Touch[], by: { readonly name?: string; readonly schema?: string }): readonly Touch[] {
  return touches.flatMap((touch) => (touch.kind === 'anything' ? [] : [changes({ ...touch.object, ...by })]));
}
