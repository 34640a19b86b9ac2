import { byteOffsets } from './byte-offsets.ts';
import type { SqlParser } from './parser.ts';

/** A word, a sign or a literal of a statement. */
export interface Token {
  /** Lower case; a quoted name keeps its quotes. */
  readonly word: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  /** Parentheses and brackets around it; those of the outermost pair themselves are at 0. */
  readonly depth: number;
}

/** The tokens of a statement. Comments are left out. */
export function tokensOf(parser: SqlParser, text: string): readonly Token[] {
  const units = byteOffsets(text);
  const found: Token[] = [];
  let depth = 0;
  for (const { start, end, text: token, tokenName } of parser.scan(text)) {
    if (tokenName === 'SQL_COMMENT' || tokenName === 'C_COMMENT') continue;
    if (token === ')' || token === ']') depth -= 1;
    found.push({ word: token.toLowerCase(), start: units(start), end: units(end), depth });
    if (token === '(' || token === '[') depth += 1;
  }
  return found;
}

/** The tokens that are in no parentheses: a statement's clauses begin with one of them. */
export function topTokens(parser: SqlParser, text: string): readonly Token[] {
  return tokensOf(parser, text).filter(({ depth }) => depth === 0);
}

/** What stands between the first parentheses from an offset on: its items, cut at the commas outside of further parentheses. */
export function listItems(parser: SqlParser, text: string, from: number): readonly string[] {
  const units = byteOffsets(text);
  const items: string[] = [];
  let depth = 0;
  let begin = 0;
  for (const { start, end, text: token } of parser.scan(text)) {
    if (units(start) < from) continue;
    const opens = token === '(' || token === '[';
    const closes = token === ')' || token === ']';
    if (closes) depth -= 1;
    const ends = (closes && depth === 0) || (token === ',' && depth === 1);
    if (ends) items.push(text.slice(begin, units(start)).trim());
    if (closes && depth === 0) break;
    if (opens) depth += 1;
    if (ends || (opens && depth === 1)) begin = units(end);
  }
  return items;
}

/**
 * The text from an offset to the next of some words outside of parentheses, or to the end.
 *
 * @param from where the wanted text begins
 */
export function textUntil(tokens: readonly Token[], text: string, from: number, words: readonly string[]): string {
  const end = tokens.find(({ word, start, depth }) => depth === 0 && start >= from && words.includes(word))?.start ?? text.length;
  return text.slice(from, end).trim();
}
