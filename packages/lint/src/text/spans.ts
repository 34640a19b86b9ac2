import type { ColumnDef, Constraint } from 'libpg-query';
import type { LintStatement } from '../lint-statement.ts';
import { type AddedConstraint, constraintsOf } from '../tree/parts.ts';

/** A part of a statement's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The subcommands of ALTER TABLE, in order, and what stands before the first: `alter table only shelf.books`. */
export function commandSpans(statement: LintStatement): { readonly head: string; readonly commands: readonly Span[] } {
  const { node, text } = statement;
  const relation = 'AlterTableStmt' in node ? node.AlterTableStmt.relation : undefined;
  const tokens = statement.tokens().filter(({ depth }) => depth === 0);
  let next = tokens.findIndex(({ start }) => start === statement.at(relation?.location)) + 1;
  while (tokens[next]?.word === '.') next += 2;
  if (tokens[next]?.word === '*') next++;
  const commands: Span[] = [];
  let first = tokens[next];
  for (const [index, token] of tokens.entries()) {
    if (index < next || first === undefined) continue;
    const following = tokens[index + 1];
    if (following !== undefined && following.word !== ',') continue;
    commands.push({ start: first.start, end: token.end });
    first = tokens[index + 2];
  }
  return { head: text.slice(0, tokens[next]?.start).trim(), commands };
}

/** The subcommand at a place of the list; the whole statement where it cannot be told. */
export function commandSpan(statement: LintStatement, index: number): Span {
  return commandSpans(statement).commands[index] ?? { start: 0, end: statement.text.length };
}

/** A constraint that is written behind a column, with what belongs to it (DEFERRABLE and the like). */
export function columnConstraintSpan(statement: LintStatement, column: ColumnDef, constraint: Constraint, until: number): Span {
  const start = statement.at(constraint.location);
  const others = constraintsOf(column)
    .filter(({ contype }) => !contype?.startsWith('CONSTR_ATTR'))
    .map(({ location }) => statement.at(location))
    .filter((at) => at > start);
  const end = Math.min(until, ...others);
  return { start, end: start + statement.text.slice(start, end).trimEnd().length };
}

/** The words that may follow a type. */
const AFTER_TYPE: ReadonlySet<string> = new Set([
  ',',
  'collate',
  'constraint',
  'not',
  'null',
  'check',
  'default',
  'generated',
  'unique',
  'primary',
  'references',
  'storage',
  'compression',
  'using',
  'deferrable',
  'initially',
  'options',
]);

/** The type of a column as it is written. */
export function typeSpan(statement: LintStatement, column: ColumnDef): Span {
  const start = statement.at(column.typeName?.location);
  const tokens = statement.tokens();
  const depth = tokens.find((token) => token.start === start)?.depth ?? 0;
  const end = tokens.find((token) => token.start > start && (token.depth < depth || (token.depth === depth && AFTER_TYPE.has(token.word))));
  return { start, end: start + statement.text.slice(start, end?.start).trimEnd().length };
}

/** A constraint that ALTER TABLE adds, alone or with its column. */
export function addedConstraintSpan(statement: LintStatement, { constraint, column, command }: AddedConstraint): Span {
  const { end } = commandSpan(statement, command.index);
  return column === null ? { start: statement.at(constraint.location), end } : columnConstraintSpan(statement, column, constraint, end);
}
