import { nameOfRange, namePath, parseStatements, visit } from '@godwit/migrator/statements';
import type { Node, RangeVar } from 'libpg-query';
import type { RelationUse } from './lint-context.ts';

/**
 * The relations that SQL reads or writes, and which of their columns. A column without a table is counted for every relation of its
 * statement: it belongs to one of them, and the others have none of that name. Null when the SQL does not parse.
 */
export async function relationUses(sql: string): Promise<readonly RelationUse[] | null> {
  const { statements, problem } = await parseStatements(sql);
  return problem === null ? statements.flatMap(({ node }) => usesOf(node)) : null;
}

function usesOf(statement: Node): readonly RelationUse[] {
  const relations = relationsIn(statement);
  const columns = new Map(relations.map((range) => [range, new Set<string>()]));
  const whole = new Set<RangeVar>();
  visit(statement, (node) => {
    if ('ColumnRef' in node) noteReference(node.ColumnRef.fields ?? []);
    if ('JoinExpr' in node) {
      for (const name of namePath(node.JoinExpr.usingClause)) for (const known of columns.values()) known.add(name);
      if (node.JoinExpr.isNatural) for (const range of relations) whole.add(range);
    }
    if ('UpdateStmt' in node) noteTargets(node.UpdateStmt.relation, node.UpdateStmt.targetList);
    if ('MergeWhenClause' in node) for (const range of relations) noteTargets(range, node.MergeWhenClause.targetList);
    if ('InsertStmt' in node) {
      const { relation, cols, selectStmt, onConflictClause } = node.InsertStmt;
      noteTargets(relation, cols);
      noteTargets(relation, onConflictClause?.targetList);
      noteTargets(relation, onConflictClause?.infer?.indexElems);
      if (cols === undefined && selectStmt !== undefined && relation !== undefined) whole.add(relation);
    }
  });
  return relations.map((range) => ({ relation: nameOfRange(range), columns: whole.has(range) ? 'all' : [...(columns.get(range) ?? [])] }));

  /** `c`, `b.c`, `shelf.books.c`, `*`, `b.*`; or `b`, the whole row. */
  function noteReference(fields: readonly Node[]): void {
    const path = namePath(fields);
    const star = fields.some((field) => 'A_Star' in field);
    const column = star ? null : (path.at(-1) ?? null);
    const table = path.at(star ? -1 : -2) ?? null;
    for (const range of relations) {
      if (table !== null && nameIn(range) !== table) continue;
      if (column === null) whole.add(range);
      else columns.get(range)?.add(column);
      if (table === null && nameIn(range) === column) whole.add(range);
    }
  }

  function noteTargets(range: RangeVar | undefined, targets: readonly Node[] = []): void {
    for (const target of targets) {
      const name = 'ResTarget' in target ? target.ResTarget.name : 'IndexElem' in target ? target.IndexElem.name : undefined;
      if (range !== undefined && name !== undefined) columns.get(range)?.add(name);
    }
  }
}

/** Tables and views, each as often as it stands there; not the names of common table expressions. */
function relationsIn(statement: Node): readonly RangeVar[] {
  const named = new Set<string | undefined>();
  const found: RangeVar[] = [];
  visit(statement, (node) => {
    if ('CommonTableExpr' in node) named.add(node.CommonTableExpr.ctename);
    if ('RangeVar' in node) found.push(node.RangeVar);
    const changed =
      'InsertStmt' in node
        ? node.InsertStmt.relation
        : 'UpdateStmt' in node
          ? node.UpdateStmt.relation
          : 'DeleteStmt' in node
            ? node.DeleteStmt.relation
            : 'MergeStmt' in node
              ? node.MergeStmt.relation
              : undefined;
    if (changed !== undefined) found.push(changed);
  });
  return found.filter(({ schemaname, relname }) => schemaname !== undefined || !named.has(relname));
}

function nameIn({ alias, relname }: RangeVar): string | undefined {
  return alias?.aliasname ?? relname;
}
