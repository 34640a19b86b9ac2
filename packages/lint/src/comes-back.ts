import { nameOfRange, type RelationName } from '@godwit/migrator/statements';
import type { Node } from 'libpg-query';
import type { Subject } from './rule.ts';
import type { FullName } from './schema/table.ts';
import { alteredTable, newColumns } from './tree/parts.ts';

/** Whether a later statement of the revision puts something under the name again: a view, another table. */
export function relationComesBack({ statement, revision, schema }: Subject, name: FullName): boolean {
  const isName = (candidate: RelationName) => isSame(schema.resolve(candidate), name);
  return revision.statements.slice(statement.index + 1).some(({ node }) => madeBy(node).some(isName));
}

/** Whether the same or a later statement of the revision puts another column in the place of one: adds it, or gives it that name. */
export function columnComesBack({ statement, revision, schema }: Subject, table: FullName, column: string): boolean {
  return revision.statements.slice(statement.index).some(({ node }) => {
    if ('RenameStmt' in node) {
      const { renameType, relation, newname } = node.RenameStmt;
      return (
        renameType === 'OBJECT_COLUMN' &&
        relation !== undefined &&
        newname === column &&
        isSame(schema.resolve(nameOfRange(relation)), table)
      );
    }
    const altered = alteredTable(node);
    return altered !== null && isSame(schema.resolve(altered), table) && newColumns(node).some((added) => added.column.colname === column);
  });
}

function madeBy(node: Node): readonly RelationName[] {
  if ('CreateStmt' in node && node.CreateStmt.relation !== undefined) return [nameOfRange(node.CreateStmt.relation)];
  if ('ViewStmt' in node && node.ViewStmt.view !== undefined) return [nameOfRange(node.ViewStmt.view)];
  if ('CreateTableAsStmt' in node && node.CreateTableAsStmt.into?.rel !== undefined) return [nameOfRange(node.CreateTableAsStmt.into.rel)];
  if (!('RenameStmt' in node) || node.RenameStmt.relation === undefined || node.RenameStmt.renameType === 'OBJECT_COLUMN') return [];
  return [{ schema: node.RenameStmt.relation.schemaname ?? null, name: node.RenameStmt.newname ?? '' }];
}

function isSame(a: FullName, b: FullName): boolean {
  return a.schema === b.schema && a.name === b.name;
}
