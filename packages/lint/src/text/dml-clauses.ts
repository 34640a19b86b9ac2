import { formatIdentifier, textUntil } from '@godwit/migrator/statements';
import type { LintStatement } from '../lint-statement.ts';

/** An UPDATE or DELETE cut into its clauses, as they are written. */
export interface DmlClauses {
  /** The table, with its alias: `shelf.books b`. */
  readonly target: string;
  /** What follows SET; empty for DELETE. */
  readonly set: string;
  /** What follows FROM, or USING; null without one. */
  readonly joined: string | null;
  /** Null without one. */
  readonly where: string | null;
}

/** @returns null for another statement, and for one with a WITH in front, whose tables cannot be repeated elsewhere */
export function dmlClauses(statement: LintStatement): DmlClauses | null {
  const { text } = statement;
  const top = statement.tokens().filter(({ depth }) => depth === 0);
  // The FROM of `is distinct from` begins no clause.
  const tokens = top.filter(({ word }, index) => word !== 'from' || top[index - 1]?.word !== 'distinct');
  const [command, second] = tokens;
  if (command?.word !== 'update' && command?.word !== 'delete') return null;
  const isUpdate = command.word === 'update';
  const start = isUpdate ? command.end : (second?.end ?? command.end);
  const clause = (keyword: string, ends: readonly string[]) => {
    const token = tokens.find(({ word, start: at }) => word === keyword && at >= start);
    return token === undefined ? null : textUntil(tokens, text, token.end, ends);
  };
  return {
    target: textUntil(tokens, text, start, ['set', 'using', 'where', 'returning']),
    set: isUpdate ? (clause('set', ['from', 'where', 'returning']) ?? '') : '',
    joined: clause(isUpdate ? 'from' : 'using', ['where', 'returning']),
    where: clause('where', ['returning']),
  };
}

/** The columns that an UPDATE sets and what to; null where several are set from one row, or to their default. */
export function assignments(statement: LintStatement): readonly { readonly column: string; readonly value: string }[] | null {
  if (!('UpdateStmt' in statement.node)) return null;
  const { text } = statement;
  const tokens = statement.tokens().filter(({ depth }) => depth === 0);
  const found: { column: string; value: string }[] = [];
  for (const item of statement.node.UpdateStmt.targetList ?? []) {
    if (
      !('ResTarget' in item) ||
      item.ResTarget.val === undefined ||
      'SetToDefault' in item.ResTarget.val ||
      'MultiAssignRef' in item.ResTarget.val
    )
      return null;
    const start = statement.at(item.ResTarget.location);
    const sign = tokens.find((token) => token.start >= start && token.word === '=');
    if (sign === undefined) return null;
    const after = tokens.filter(({ word }, index) => word !== 'from' || tokens[index - 1]?.word !== 'distinct');
    found.push({
      column: formatIdentifier(item.ResTarget.name ?? ''),
      value: textUntil(after, text, sign.end, [',', 'from', 'where', 'returning']),
    });
  }
  return found;
}
