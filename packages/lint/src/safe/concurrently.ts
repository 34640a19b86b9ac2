import type { LintStatement } from '../lint-statement.ts';
import { applyEdits, insertAt } from '../text/edit.ts';

/** `create index …` and the like with CONCURRENTLY behind the word, as a whole statement. */
export function concurrently(statement: LintStatement, behind = ['index', 'view', 'table']): string {
  const token = statement.tokens().find(({ word, depth }) => depth === 0 && behind.includes(word));
  return `${token === undefined ? statement.text : applyEdits(statement.text, [insertAt(token.end, ' concurrently')])};`;
}
