import type { DropStmt, Node } from 'libpg-query';
import { nameOfPath, namePath } from '../statements/relation-name.ts';
import type { LossyAction } from './lossy-action.ts';

/** What DROP takes from rows. Views, indexes, policies, comments and the like hold none; a foreign table's are elsewhere. */
export function droppedThings(statement: DropStmt): LossyAction[] {
  return (statement.objects ?? []).flatMap((object) => drop(statement, object));
}

function drop({ removeType, behavior }: DropStmt, object: Node): LossyAction[] {
  const cascade = behavior === 'DROP_CASCADE';
  const path = pathOf(object);
  const rowType: LossyAction[] = cascade ? [{ kind: 'drop row type', relation: nameOfPath(path) }] : [];
  switch (removeType) {
    case 'OBJECT_TABLE':
      return [{ kind: 'drop table', relation: nameOfPath(path), cascade }, ...rowType];
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE':
      return rowType;
    case 'OBJECT_SEQUENCE':
      return [{ kind: 'drop sequence', sequence: nameOfPath(path) }];
    case 'OBJECT_EXTENSION':
      return [{ kind: 'drop extension', extension: path[0] ?? '', cascade }];
    case 'OBJECT_TRIGGER':
    case 'OBJECT_RULE':
      return [{ kind: 'disarm', relation: nameOfPath(path.slice(0, -1)), name: path.at(-1) ?? '' }];
    default:
      return cascade ? cascaded(removeType, path) : [];
  }
}

/** What goes only because something else does. */
function cascaded(removeType: DropStmt['removeType'], path: readonly string[]): LossyAction[] {
  switch (removeType) {
    case 'OBJECT_SCHEMA':
      return [{ kind: 'drop schema', schema: path[0] ?? '' }];
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return [{ kind: 'drop type', type: nameOfPath(path) }];
    case 'OBJECT_COLLATION':
      return [{ kind: 'unseen', reason: 'CASCADE takes the columns of that collation' }];
    case 'OBJECT_ACCESS_METHOD':
      return [{ kind: 'unseen', reason: 'CASCADE takes the tables of that access method' }];
    case 'OBJECT_FUNCTION':
    case 'OBJECT_ROUTINE':
    case 'OBJECT_OPCLASS':
    case 'OBJECT_OPFAMILY':
    case 'OBJECT_LANGUAGE':
      return [{ kind: 'drop code', name: path.at(-1) ?? '' }];
    default:
      return [];
  }
}

function pathOf(object: Node): readonly string[] {
  if ('TypeName' in object) return namePath(object.TypeName.names);
  return namePath('ObjectWithArgs' in object ? object.ObjectWithArgs.objname : object);
}
