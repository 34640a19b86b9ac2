import type { LintStatement } from '../lint-statement.ts';
import type { Table } from '../schema/table.ts';
import { assignments, dmlClauses } from '../text/dml-clauses.ts';
import { batchOf } from './batches.ts';

/** What an INSERT … SELECT may end with, so that nothing can be put behind it. */
const ENDINGS: readonly string[] = ['limit', 'conflict', 'returning', 'fetch', 'offset', 'for'];

/**
 * An UPDATE, DELETE or INSERT … SELECT as the SQL of one batch, to be repeated until it changes nothing. Null for what cannot be cut
 * without knowing more: MERGE, a WITH in front, a LIMIT or ON CONFLICT of its own.
 *
 * @param table the one that is changed, as far as it is known
 */
export function batchedStatement(statement: LintStatement, table: Table | null): string | null {
  const { text, node } = statement;
  if ('InsertStmt' in node) {
    const closed = statement.tokens().some(({ word, depth }) => depth === 0 && ENDINGS.includes(word));
    return closed || node.InsertStmt.withClause !== undefined ? null : `${text}\nlimit 1000\non conflict do nothing;`;
  }
  const clauses = dmlClauses(statement);
  if (clauses === null) return null;
  const { target, set, joined, where } = clauses;
  // Each row of the one with each of the other: nothing says which of them is right.
  if (joined !== null && where === null) return null;
  const isUpdate = 'UpdateStmt' in node;
  const further = joined === null ? '' : `\n${isUpdate ? 'from' : 'using'} ${joined}`;
  return batchOf({
    head: `${isUpdate ? `update ${target}\nset ${set}` : `delete from ${target}`}${further}`,
    from: joined === null ? target : `${target}, ${joined}`,
    alias: joined === null && aliasOf(target) === null ? null : nameIn(target),
    where: where ?? stillToDo(statement),
    table,
    ...(joined === null ? {} : { join: `(${where})` }),
  });
}

/** The rows that an UPDATE without WHERE has not changed yet; null where its SET does not say. */
function stillToDo(statement: LintStatement): string | null {
  const changed = assignments(statement);
  return changed === null
    ? null
    : changed.map(({ column, value }) => `${column} is distinct from ${/^[\w.':-]+$/.test(value) ? value : `(${value})`}`).join(' or ');
}

/** `shelf.books as b` is b, `only shelf.books` is books. */
function nameIn(target: string): string {
  const table = target.replace(/^only\s+/i, '');
  return aliasOf(target) ?? /(?:"(?:[^"]|"")*"|[^."\s*]+)\s*\*?$/.exec(table)?.[0] ?? table;
}

function aliasOf(target: string): string | null {
  const words = target.replace(/^only\s+/i, '').split(/\s+/);
  return words.length > 1 ? (words.at(-1) ?? null) : null;
}
