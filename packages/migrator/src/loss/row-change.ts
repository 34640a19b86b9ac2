import { nameOfRange } from '../statements/relation-name.ts';
import { type Token, textUntil, topTokens } from '../statements/text-slices.ts';
import type { LocatedStatement } from './find-lossy-actions.ts';
import type { RowChange } from './lossy-action.ts';

const AFTER_TARGET = ['set', 'using', 'where', 'returning'];

/** Cuts DELETE and UPDATE into their clauses. */
export function rowChange({ parser, statement, offsetOf }: LocatedStatement): RowChange[] {
  const { node, text } = statement;
  const change = 'DeleteStmt' in node ? node.DeleteStmt : 'UpdateStmt' in node ? node.UpdateStmt : undefined;
  if (change?.relation?.location === undefined) return [];
  const tokens = topTokens(parser, text);
  const command = tokens.find(({ word }) => word === ('DeleteStmt' in node ? 'delete' : 'update'));
  const targetAt = offsetOf(change.relation.location);
  const only = tokens.findLast(({ word, start }) => start < targetAt && word !== '(');
  const target = textUntil(tokens, text, only?.word === 'only' ? only.start : targetAt, AFTER_TARGET);
  const joins = 'usingClause' in change ? change.usingClause : 'fromClause' in change ? change.fromClause : undefined;
  const joined = joins === undefined ? null : joinedTables(tokens, text, offsetOf(firstLocation(joins)));
  const whereAt = change.whereClause === undefined ? undefined : tokens.find(({ word, start }) => word === 'where' && start > targetAt);
  const sets = 'targetList' in change ? (change.targetList ?? []) : [];
  return [
    {
      kind: 'DeleteStmt' in node ? 'delete' : 'update',
      relation: nameOfRange(change.relation),
      columns: sets.flatMap((item) => ('ResTarget' in item ? [item.ResTarget.name ?? ''] : [])),
      prefix: text.slice(0, command?.start ?? 0).trim(),
      target,
      alias: change.relation.alias?.aliasname ?? change.relation.relname ?? '',
      joined,
      where: whereAt === undefined ? null : textUntil(tokens, text, whereAt.end, ['returning']),
    },
  ];
}

/** The keyword before the first table of the list begins it; `is distinct from` may stand before, a subquery is in parentheses. */
function joinedTables(tokens: readonly Token[], text: string, first: number): string | null {
  const keyword = tokens.findLast(({ word, start }) => start < first && (word === 'from' || word === 'using'));
  return keyword === undefined ? null : textUntil(tokens, text, keyword.end, ['where', 'returning']);
}

/** The least `location` in a piece of a parse tree. Those that the parser does not know are -1. */
function firstLocation(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) return Number.POSITIVE_INFINITY;
  const own = 'location' in tree && typeof tree.location === 'number' && tree.location >= 0 ? tree.location : Number.POSITIVE_INFINITY;
  return Object.values(tree).reduce<number>((first, value) => Math.min(first, firstLocation(value)), own);
}
