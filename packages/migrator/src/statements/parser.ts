import type { ParseResult, ScanToken } from 'libpg-query';

/** PostgreSQL's own grammar and scanner (version 18), compiled to WebAssembly. */
export interface SqlParser {
  /** @throws an error with `sqlDetails` for a syntax error; see `positionOf` */
  readonly parse: (sql: string) => ParseResult;
  /** Tokens with byte offsets; comments are tokens. */
  readonly scan: (sql: string) => readonly ScanToken[];
  /** The parse tree of the PL/pgSQL in a CREATE FUNCTION or DO statement, of which only the kinds of nodes are of interest. */
  readonly parseBody: (statement: string) => unknown;
  /** Where a parse error stands, counted from 0 in code points; null when the error is not the parser's. */
  readonly positionOf: (error: unknown) => number | null;
}

let loading: Promise<SqlParser> | undefined;

/** Loads the parser when it is first needed (about 15 ms): commands that only read the ledger never pay for it. */
export function loadSqlParser(): Promise<SqlParser> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SqlParser> {
  const library = await import('libpg-query');
  await library.loadModule();
  return {
    parse: (sql) => (sql === '' ? { stmts: [] } : library.parseSync(sql)),
    scan: (sql) => (sql === '' ? [] : library.scanSync(withoutControlCharacters(sql)).tokens),
    parseBody: library.parsePlPgSQLSync,
    positionOf: (error) => (library.hasSqlDetails(error) ? (error.sqlDetails?.cursorPosition ?? 0) : null),
  };
}

/** libpg-query 18.1.5 writes control characters into its JSON unescaped; none of them changes where a token begins or ends. */
function withoutControlCharacters(sql: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  return sql.replaceAll('\r', '\n').replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
}
