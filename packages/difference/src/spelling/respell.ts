import { isDeepStrictEqual } from 'node:util';
import { loadSqlParser, type SqlParser } from '@godwit/migrator';
import { shortTypes } from './short-types.ts';
import { joinTokens, type SqlToken, sqlTokens } from './sql-token.ts';
import { withoutParentheses } from './without-parentheses.ts';

/**
 * The statement as a person would write it: keywords in lower case, no quotes around names that need none, short names of types, no
 * parentheses that mean nothing. What it means stays: a change after which it would parse to another tree is not made.
 */
export async function respell(sql: string): Promise<string> {
  const parser = await loadSqlParser();
  const original = joinTokens(shortTypes(sqlTokens(parser, sql)));
  const plain = joinTokens(withSpaces(shortTypes(sqlTokens(parser, sql))).map((token) => plainToken(parser, token)));
  const short = joinTokens(withoutDefaults(sqlTokens(parser, plain)));
  const bare = joinTokens(withoutParentheses(sqlTokens(parser, short)));
  const tree = treeOf(parser, original);
  if (tree === null) return sql;
  return [bare, short, plain].find((text) => isDeepStrictEqual(treeOf(parser, text), tree)) ?? original;
}

/** Without `using btree`, which is what an index is anyway. */
function withoutDefaults(tokens: readonly SqlToken[]): readonly SqlToken[] {
  return tokens.filter(({ text }, at) => {
    const isUsing = text === 'using' && tokens[at + 1]?.text === 'btree';
    const isMethod = text === 'btree' && tokens[at - 1]?.text === 'using';
    return !isUsing && !isMethod;
  });
}

/** `numeric(10,2)` becomes `numeric(10, 2)`. */
function withSpaces(tokens: readonly SqlToken[]): readonly SqlToken[] {
  return tokens.map((token, at) => (tokens[at - 1]?.text === ',' && token.space === '' ? { ...token, space: ' ' } : token));
}

function plainToken(parser: SqlParser, token: SqlToken): SqlToken {
  // An unquoted name is one in lower case anyway.
  if (token.keyword !== null || /^[A-Z_]+$/.test(token.text)) return { ...token, text: token.text.toLowerCase() };
  return token.text.startsWith('"') ? { ...token, text: plainName(parser, token.text) } : token;
}

/** A quoted name without its quotes, when it is the same name then. */
function plainName(parser: SqlParser, quoted: string): string {
  const name = quoted.slice(1, -1);
  if (!/^[a-z_][a-z0-9_$]*$/.test(name)) return quoted;
  const [word] = sqlTokens(parser, name);
  return word?.keyword === null || word?.keyword === 'unreserved' ? name : quoted;
}

/** Null for what does not parse. */
function treeOf(parser: SqlParser, sql: string): unknown {
  try {
    const { stmts } = parser.parse(sql);
    return JSON.parse(
      JSON.stringify(
        (stmts ?? []).map(({ stmt }) => stmt),
        (key, value) => (isPlace(key) ? undefined : value),
      ),
    );
  } catch (error) {
    if (parser.positionOf(error) !== null) return null;
    throw error;
  }
}

/** Byte offsets into the text. */
function isPlace(key: string): boolean {
  return /^(?:|\w+_)location$|list_(?:start|end)$/.test(key);
}
