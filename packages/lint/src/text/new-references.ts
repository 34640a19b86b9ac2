import { visit } from '@godwit/migrator/statements';
import type { Node } from 'libpg-query';
import type { LintStatement } from '../lint-statement.ts';
import { applyEdits, type Edit } from './edit.ts';
import type { Span } from './spans.ts';

/** An expression of a statement as a trigger has to write it: `title || isbn` becomes `new.title || new.isbn`. */
export function withNewReferences(statement: LintStatement, span: Span, expression: Node | undefined): string {
  const edits: Edit[] = [];
  visit(expression, (node) => {
    if (!('ColumnRef' in node)) return;
    const start = statement.at(node.ColumnRef.location) - span.start;
    const tables = (node.ColumnRef.fields ?? []).length - 1;
    const token = statement.tokens().findIndex((one) => one.start === start + span.start);
    // Of `books.title` the part before the last dot is replaced.
    const end = tables === 0 ? start : (statement.tokens()[token + 2 * tables]?.start ?? start) - span.start;
    edits.push({ start, end, text: 'new.' });
  });
  return applyEdits(statement.text.slice(span.start, span.end), edits);
}
