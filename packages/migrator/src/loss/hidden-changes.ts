import type { FuncCall, Node } from 'libpg-query';
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
  const restarts: LossyAction[] = [];
  let changes = false;
  for (const statement of Object.values(node)) {
    visit(Object.values(statement), (part) => {
      changes ||= 'DeleteStmt' in part || 'UpdateStmt' in part || 'MergeStmt' in part;
      changes ||= 'InsertStmt' in part && part.InsertStmt.onConflictClause?.action === 'ONCONFLICT_UPDATE';
      if ('FuncCall' in part) restarts.push(...restartedBy(part.FuncCall));
      if ('FuncCall' in part) functions.set(JSON.stringify(part.FuncCall.funcname), nameOfPath(namePath(part.FuncCall.funcname)));
    });
  }
  return [
    ...restarts,
    ...(changes ? [{ kind: 'unseen', reason: 'a part of it updates or deletes rows' } as const] : []),
    ...(functions.size > 0 ? [{ kind: 'call', functions: [...functions.values()] } as const] : []),
  ];
}

/** `setval('shelf.books_id_seq', 1)`. A value that is computed, such as the highest id, is most likely where the sequence belongs. */
function restartedBy({ funcname, args = [] }: FuncCall): LossyAction[] {
  if (namePath(funcname).at(-1) !== 'setval') return [];
  const [sequence, value] = args.map(constantOf);
  const parts = [...(sequence ?? '').matchAll(/"((?:[^"]|"")+)"|([^."]+)/g)];
  const path = parts.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain?.toLowerCase() ?? '');
  if (value === undefined || value === null) return [];
  return [{ kind: 'restart sequence', sequence: nameOfPath(path), to: Number(value) }];
}

function constantOf(node: Node): string | null {
  if ('TypeCast' in node) return node.TypeCast.arg === undefined ? null : constantOf(node.TypeCast.arg);
  if (!('A_Const' in node)) return null;
  const { sval, ival, fval } = node.A_Const;
  return sval?.sval ?? fval?.fval ?? (ival === undefined ? null : String(ival.ival ?? 0));
}

function isAnalyzed(options: unknown): boolean {
  let analyzed = false;
  visit(options, (part) => {
    analyzed ||= 'DefElem' in part && part.DefElem.defname === 'analyze';
  });
  return analyzed;
}
