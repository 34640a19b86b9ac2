import { byteOffsets } from '../statements/byte-offsets.ts';
import type { SqlParser } from '../statements/parser.ts';

/** A token outside of all parentheses and brackets. */
export interface TopToken {
  /** Lower case; a quoted name keeps its quotes. */
  readonly word: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
}

/** The tokens of a statement that are in no parentheses: its clauses begin with one of them. Comments are left out. */
export function topTokens(parser: SqlParser, text: string): readonly TopToken[] {
  const units = byteOffsets(text);
  const found: TopToken[] = [];
  let depth = 0;
  for (const { start, end, text: token, tokenName } of parser.scan(text)) {
    if (tokenName === 'SQL_COMMENT' || tokenName === 'C_COMMENT') continue;
    if (token === ')' || token === ']') depth -= 1;
    if (depth === 0) found.push({ word: token.toLowerCase(), start: units(start), end: units(end) });
    if (token === '(' || token === '[') depth += 1;
  }
  return found;
}

/**
 * The text from an offset to the next of some words outside of parentheses, or to the end.
 *
 * @param from where the wanted text begins
 */
export function textUntil(tokens: readonly TopToken[], text: string, from: number, words: readonly string[]): string {
  const end = tokens.find(({ word, start }) => start >= from && words.includes(word))?.start ?? text.length;
  return text.slice(from, end).trim();
}
