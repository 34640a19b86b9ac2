import { byteOffsets } from './byte-offsets.ts';
import { explainProblem } from './explain-problem.ts';
import { loadSqlParser, type SqlParser } from './parser.ts';
import { parseTolerant } from './placeholder-stand-ins.ts';
import type { ParsedSql, SqlProblem, Statement, StatementKind } from './statement.ts';

/**
 * Takes SQL apart into its statements. Never throws for what the SQL says: what does not parse is a `problem` with its place,
 * and so are psql's `\` commands and `COPY … FROM stdin`, which only psql understands. Placeholders (`:NAME`) that are still
 * in it are tolerated and listed.
 */
export async function parseStatements(sql: string): Promise<ParsedSql> {
  const parser = await loadSqlParser();
  const nul = sql.indexOf('\u0000');
  if (nul >= 0) return failed({ kind: 'nul', message: 'a NUL character cannot be part of SQL', offset: nul, help: 'remove the character' });
  const parsed = parseTolerant(parser, sql);
  if (!parsed.ok) return failed(explainProblem({ parser, sql, error: parsed.error, offset: parsed.offset }));
  const units = byteOffsets(sql);
  const statements: Statement[] = [];
  for (const { stmt, stmt_location: start = 0, stmt_len: length } of parsed.tree.stmts ?? []) {
    if (stmt === undefined) continue;
    const from = units(start);
    const to = length ? units(start + length) : sql.length;
    const [first, last] = withoutComments(parser, parsed.sql.slice(from, to));
    statements.push({ text: sql.slice(from + first, from + last), offset: from + first, node: stmt, kind: kindOf(stmt) });
  }
  const copy = statements.find(({ node }) => 'CopyStmt' in node && node.CopyStmt.is_from && !node.CopyStmt.filename);
  if (copy !== undefined) return failed(explainProblem({ parser, sql, error: null, offset: copy.offset, copy: copy.text }));
  return { statements, problem: null, placeholders: parsed.placeholders };
}

function failed(problem: SqlProblem): ParsedSql {
  return { statements: [], problem, placeholders: [] };
}

/** Where the first token begins and the last one ends. Scanned only when there is something that looks like a comment. */
function withoutComments(parser: SqlParser, text: string): readonly [number, number] {
  if (!text.includes('--') && !text.includes('/*')) return [text.length - text.trimStart().length, text.trimEnd().length];
  const units = byteOffsets(text);
  const tokens = parser.scan(text).filter(({ tokenName }) => tokenName !== 'SQL_COMMENT' && tokenName !== 'C_COMMENT');
  return [units(tokens[0]?.start ?? 0), units(tokens.at(-1)?.end ?? 0)];
}

function kindOf(node: object): StatementKind {
  for (const kind in node) if (isKind(kind, node)) return kind;
  throw new Error('a parse node without a name');
}

function isKind(kind: string, node: object): kind is StatementKind {
  return Object.hasOwn(node, kind);
}
