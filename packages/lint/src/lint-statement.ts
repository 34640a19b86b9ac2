import { byteOffsets, type SqlParser, type Statement, type Token, tokensOf } from '@godwit/migrator/statements';

/** A statement, and the tools to find places in it. Offsets are UTF-16 code units of its `text`. */
export interface LintStatement extends Statement {
  /** In its revision, counted from 0. */
  readonly index: number;
  readonly tokens: () => readonly Token[];
  /** Where a node of its parse tree stands, from the node's `location`; the beginning for a node that has none. */
  readonly at: (location: number | undefined) => number;
}

/** @param sql the text that the statements were read from */
export function lintStatements(parser: SqlParser, sql: string, statements: readonly Statement[]): readonly LintStatement[] {
  const units = byteOffsets(sql);
  return statements.map((statement, index) => {
    let tokens: readonly Token[] | undefined;
    return {
      ...statement,
      index,
      tokens: () => {
        tokens ??= tokensOf(parser, statement.text);
        return tokens;
      },
      at: (location) => (location === undefined || location < 0 ? 0 : Math.max(0, units(location) - statement.offset)),
    };
  });
}
