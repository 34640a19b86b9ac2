import { createHash } from 'node:crypto';
import { byteOffsets } from './byte-offsets.ts';
import { loadSqlParser } from './parser.ts';
import { parseTolerant } from './placeholder-stand-ins.ts';

/** A word of SQL as the server's scanner takes it: a name, a literal with its quotes, an operator, a comment. */
export interface SqlToken {
  readonly text: string;
  /** Where it begins, in UTF-16 code units. */
  readonly offset: number;
  readonly comment: boolean;
}

/** What a text says, however its white space is laid out. */
export interface SqlFingerprint {
  /** Of the parse trees of all statements, without the places in them. */
  readonly tree: string;
  /** Of the tokens and the comments between them, in order. */
  readonly tokens: string;
}

/** The tokens of a text, comments among them, in order. The scanner knows no placeholder: `:NAME` are two tokens. */
export async function sqlTokens(sql: string): Promise<readonly SqlToken[]> {
  const { scan } = await loadSqlParser();
  const units = byteOffsets(sql);
  return scan(sql).map(({ start, end, tokenName }) => {
    const offset = units(start);
    return { text: sql.slice(offset, units(end)), offset, comment: tokenName === 'SQL_COMMENT' || tokenName === 'C_COMMENT' };
  });
}

/**
 * Two texts with equal fingerprints run alike and say alike to whoever reads them: the same statements, literals, bodies in dollar quotes
 * byte for byte, and comments. Null for a text that does not parse.
 */
export async function fingerprintSql(sql: string): Promise<SqlFingerprint | null> {
  const parsed = parseTolerant(await loadSqlParser(), sql);
  if (!parsed.ok) return null;
  const trees = (parsed.tree.stmts ?? []).map(({ stmt }) => stmt);
  const placeholders = parsed.placeholders.map(({ name }) => name);
  const tokens = (await sqlTokens(sql)).map(({ text, comment }) => (comment ? withoutIndent(text) : text));
  return { tree: sha256(JSON.stringify([trees, placeholders], withoutPlaces)), tokens: sha256(JSON.stringify(tokens)) };
}

/** Byte offsets into the text, which is all that its white space changes about a tree. */
const PLACE = /^(?:|\w+_)location$|^stmt_len$|list_(?:start|end)$/;

function withoutPlaces(key: string, value: unknown): unknown {
  return PLACE.test(key) ? undefined : value;
}

function withoutIndent(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
