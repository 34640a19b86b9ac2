import { nameOfPath, namePath, type RelationName } from '../statements/relation-name.ts';
import type { Statement } from '../statements/statement.ts';
import { visit } from '../statements/visit.ts';
import type { LossyAction } from './lossy-action.ts';

/** Statements that run queries; others hold them as a definition, which runs later if at all. */
const RUNS_QUERIES = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'CreateTableAsStmt', 'CopyStmt', 'ExplainStmt']);

/** What a statement changes by a part of it: a CTE or COPY that deletes, EXPLAIN ANALYZE, a function that it calls. */
export function hiddenChanges({ node, kind }: Pick<Statement, 'node' | 'kind'>): readonly LossyAction[] {
  if (!RUNS_QUERIES.has(kind)) return [];
  if ('ExplainStmt' in node && !isAnalyzed(node.ExplainStmt.options)) return [];
  const functions = new Map<string, RelationName>();
  let changes = false;
  for (const statement of Object.values(node)) {
    visit(Object.values(statement), (part) => {
      changes ||= 'DeleteStmt' in part || 'UpdateStmt' in part || 'MergeStmt' in part;
      changes ||= 'InsertStmt' in part && part.InsertStmt.onConflictClause?.action === 'ONCONFLICT_UPDATE';
      if ('FuncCall' in part) functions.set(JSON.stringify(part.FuncCall.funcname), nameOfPath(namePath(part.FuncCall.funcname)));
    });
  }
  return [
    ...(changes ? [{ kind: 'unseen', reason: 'a part of it updates or deletes rows' } as const] : []),
    ...(functions.size > 0 ? [{ kind: 'call', functions: [...functions.values()] } as const] : []),
  ];
}

function isAnalyzed(options: unknown): boolean {
  let analyzed = false;
  visit(options, (part) => {
    analyzed ||= 'DefElem' in part && part.DefElem.defname === 'analyze';
  });
  return analyzed;
}
