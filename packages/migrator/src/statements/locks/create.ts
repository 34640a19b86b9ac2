import type { CreateStmt, Node } from 'libpg-query';
import { nameOfRange } from '../relation-name.ts';
import { claim, type LockClaim, type LockedObject, type LockRule } from './lock-claim.ts';
import { queryLocks } from './queries.ts';

/** New objects are nobody's yet: only what they lean on is locked. */
export function createLocks(node: Node): LockClaim[] | null {
  if ('CreateStmt' in node) return createTable(node.CreateStmt);
  if ('CreateForeignTableStmt' in node) return createTable(node.CreateForeignTableStmt.base ?? {});
  if ('CreateTableAsStmt' in node) return queryLocks(node.CreateTableAsStmt.query);
  if ('CreateSchemaStmt' in node) return (node.CreateSchemaStmt.schemaElts ?? []).flatMap((element) => createLocks(element) ?? []);
  if ('CreateFunctionStmt' in node) return queryLocks(node.CreateFunctionStmt.sql_body);
  if ('ViewStmt' in node) {
    const { view, replace, query } = node.ViewStmt;
    const rule: LockRule = {
      mode: 'ACCESS EXCLUSIVE',
      because: 'CREATE OR REPLACE VIEW',
      page: 'sql-createview',
      unless: 'it does not exist yet',
    };
    const own = replace && view !== undefined ? [claim({ ...nameOfRange(view), kind: 'view' }, rule)] : [];
    return [...own, ...queryLocks(query)];
  }
  return null;
}

function createTable({ inhRelations = [], partbound, tableElts = [] }: CreateStmt): LockClaim[] {
  const parent: LockRule =
    partbound === undefined
      ? { mode: 'SHARE UPDATE EXCLUSIVE', because: 'CREATE TABLE INHERITS', page: 'sql-createtable' }
      : {
          mode: 'ACCESS EXCLUSIVE',
          because: 'CREATE TABLE PARTITION OF',
          page: 'sql-createtable',
          also: 'the default partition, ACCESS EXCLUSIVE while its rows are checked',
        };
  const parents = inhRelations.flatMap((item) => ('RangeVar' in item ? [claim(table(nameOfRange(item.RangeVar)), parent)] : []));
  return [...parents, ...tableElts.flatMap(elementLocks)];
}

function elementLocks(element: Node): LockClaim[] {
  if ('ColumnDef' in element) return (element.ColumnDef.constraints ?? []).flatMap(elementLocks);
  if ('TableLikeClause' in element && element.TableLikeClause.relation !== undefined) {
    const rule: LockRule = { mode: 'ACCESS SHARE', because: 'CREATE TABLE LIKE', page: 'sql-createtable' };
    return [claim(table(nameOfRange(element.TableLikeClause.relation)), rule)];
  }
  if (!('Constraint' in element) || element.Constraint.pktable === undefined) return [];
  const rule: LockRule = { mode: 'SHARE ROW EXCLUSIVE', because: 'CREATE TABLE REFERENCES', page: 'sql-createtable' };
  return [claim(table(nameOfRange(element.Constraint.pktable)), rule)];
}

function table(name: { readonly schema: string | null; readonly name: string }): LockedObject {
  return { ...name, kind: 'table' };
}
