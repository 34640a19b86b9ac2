import { byteOffsets, type SqlParser } from '@godwit/migrator';

/** A word of SQL, and the white space before it. */
export interface SqlToken {
  readonly text: string;
  readonly space: string;
  /** What an unquoted word means to the grammar; null for what is none of its words. */
  readonly keyword: 'reserved' | 'name of a type or function' | 'name of a column' | 'unreserved' | null;
}

const KEYWORDS: Readonly<Record<string, SqlToken['keyword']>> = {
  RESERVED_KEYWORD: 'reserved',
  TYPE_FUNC_NAME_KEYWORD: 'name of a type or function',
  COL_NAME_KEYWORD: 'name of a column',
  UNRESERVED_KEYWORD: 'unreserved',
};

/** The words of a text in order, comments among them. Joined with their white space they are the text again, but for its end. */
export function sqlTokens(parser: SqlParser, sql: string): readonly SqlToken[] {
  const units = byteOffsets(sql);
  let end = 0;
  return parser.scan(sql).map((token) => {
    const start = units(token.start);
    const space = sql.slice(end, start);
    end = units(token.end);
    return { text: sql.slice(start, end), space, keyword: KEYWORDS[token.keywordName] ?? null };
  });
}

export function joinTokens(tokens: readonly SqlToken[]): string {
  return tokens.map(({ space, text }) => `${space}${text}`).join('');
}
