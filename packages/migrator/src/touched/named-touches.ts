import { nameOfRange } from '../statements/relation-name.ts';
import type { Family } from './family.ts';
import { changesObject } from './object-of.ts';
import { adds, anything, changes, changesNamed, relation, uses } from './touch.ts';

/** Statements that make or change functions, types and extensions, and comments on anything. */
export const namedTouches: Family = (node, tableOf) => {
  if ('CreateFunctionStmt' in node) return changesNamed('function', node.CreateFunctionStmt.funcname);
  if ('AlterFunctionStmt' in node) return changesNamed('function', node.AlterFunctionStmt.func?.objname);
  if ('CreateEnumStmt' in node) return changesNamed('relation', node.CreateEnumStmt.typeName);
  if ('AlterEnumStmt' in node) return changesNamed('relation', node.AlterEnumStmt.typeName);
  if ('CreateRangeStmt' in node) return changesNamed('relation', node.CreateRangeStmt.typeName);
  if ('CreateDomainStmt' in node) return changesNamed('relation', node.CreateDomainStmt.domainname);
  if ('AlterDomainStmt' in node) return changesNamed('relation', node.AlterDomainStmt.typeName);
  if ('AlterTypeStmt' in node) return changesNamed('relation', node.AlterTypeStmt.typeName);
  if ('CompositeTypeStmt' in node) {
    const { typevar } = node.CompositeTypeStmt;
    return typevar === undefined ? [] : [changes(relation(nameOfRange(typevar)))];
  }
  if ('DefineStmt' in node) {
    const { kind, defnames } = node.DefineStmt;
    return changesNamed(kind === 'OBJECT_AGGREGATE' ? 'function' : kind === 'OBJECT_TYPE' ? 'relation' : 'other', defnames);
  }
  if ('CreateExtensionStmt' in node) {
    // Whoever comes first makes it, and the other finds it: the order does not matter.
    const { extname = '', if_not_exists: shared } = node.CreateExtensionStmt;
    const extension = { kind: 'extension', schema: null, name: extname } as const;
    return [shared ? uses(extension) : changes(extension)];
  }
  if ('AlterExtensionStmt' in node) return [anything('ALTER EXTENSION changes its functions and types')];
  if ('CommentStmt' in node) {
    const commented = changesObject(node.CommentStmt.objtype, node.CommentStmt.object, tableOf);
    return commented.map((touch) => (touch.kind === 'changes' ? adds(touch.object) : touch));
  }
  if ('SecLabelStmt' in node) return changesObject(node.SecLabelStmt.objtype, node.SecLabelStmt.object, tableOf);
  return null;
};
