import type { Family } from './family.ts';
import { changesObject } from './object-of.ts';
import { anything } from './touch.ts';

/** DROP of anything. */
export const dropTouches: Family = (node, tableOf) => {
  if ('DropOwnedStmt' in node) return [anything('DROP OWNED drops whatever the role owns')];
  if (!('DropStmt' in node)) return null;
  const { removeType, objects = [], behavior } = node.DropStmt;
  if (behavior === 'DROP_CASCADE') return [anything('CASCADE reaches what depends on it')];
  // What is in them may be named without them.
  if (removeType === 'OBJECT_SCHEMA') return [anything('DROP SCHEMA')];
  if (removeType === 'OBJECT_EXTENSION') return [anything('DROP EXTENSION takes its functions and types')];
  return objects.flatMap((object) => changesObject(removeType, object, tableOf));
};
