import type { Token } from './token.ts';

const WORD_START = /[A-Za-z_\u0080-\uffff]/;
const WORD = /[A-Za-z_0-9$\u0080-\uffff]*/y;
const SPACE = /[ \t\r\n\f\v]+/y;
const LINE_COMMENT = /--[^\r\n]*/y;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z_0-9\u0080-\uffff]*)?\$/y;
const NUMBER = /[0-9][0-9A-Za-z_.]*/y;

/**
 * Cuts SQL into tokens as PostgreSQL's scanner does with `standard_conforming_strings = on`: quotes, escape strings, dollar
 * quotes, nested comments. Never throws: an unterminated literal or comment runs to the end, and the server reports it.
 *
 * The text may hold one character a byte ("latin1"): everything that matters is ASCII, and slices then keep the client's bytes.
 */
export function scan(sql: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < sql.length) {
    const skipped = skip(sql, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const token = tokenAt(sql, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function skip(sql: string, at: number): number {
  const space = match(SPACE, sql, at);
  if (space > at) return space;
  if (sql.startsWith('--', at)) return match(LINE_COMMENT, sql, at);
  if (sql.startsWith('/*', at)) return blockCommentEnd(sql, at);
  return at;
}

function blockCommentEnd(sql: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    if (sql.startsWith('/*', at)) {
      depth++;
      at += 2;
    } else if (sql.startsWith('*/', at)) {
      depth--;
      at += 2;
    } else at++;
  } while (depth > 0 && at < sql.length);
  return at;
}

function tokenAt(sql: string, start: number): Token {
  const make = (kind: Token['kind'], end: number): Token => ({ kind, text: sql.slice(start, end), start, end });
  const char = sql.charAt(start);
  if (char === "'") return make('string', quoteEnd(sql, start, "'"));
  if (char === '"') return make('quoted', quoteEnd(sql, start, '"'));
  if (char === '$') {
    const tagEnd = match(DOLLAR_TAG, sql, start);
    if (tagEnd === start) return make('symbol', start + 1);
    const tag = sql.slice(start, tagEnd);
    const close = sql.indexOf(tag, tagEnd);
    return make('string', close < 0 ? sql.length : close + tag.length);
  }
  if (/[0-9]/.test(char)) return make('number', match(NUMBER, sql, start));
  if (WORD_START.test(char)) {
    if (/^[eE]'/.test(sql.slice(start, start + 2))) return make('string', escapeStringEnd(sql, start + 1));
    if (/^[bBxXnN]'/.test(sql.slice(start, start + 2))) return make('string', quoteEnd(sql, start + 1, "'"));
    if (/^[uU]&'/.test(sql.slice(start, start + 3))) return make('string', quoteEnd(sql, start + 2, "'"));
    return make('word', match(WORD, sql, start));
  }
  return make('symbol', start + 1);
}

/** The end of a quoted text whose only escape is the doubled quote. */
function quoteEnd(sql: string, start: number, quote: string): number {
  let at = start + 1;
  for (;;) {
    const close = sql.indexOf(quote, at);
    if (close < 0) return sql.length;
    if (sql.charAt(close + 1) !== quote) return close + 1;
    at = close + 2;
  }
}

function escapeStringEnd(sql: string, start: number): number {
  for (let at = start + 1; at < sql.length; at++) {
    if (sql.charAt(at) === '\\') at++;
    else if (sql.charAt(at) === "'") {
      if (sql.charAt(at + 1) !== "'") return at + 1;
      at++;
    }
  }
  return sql.length;
}

function match(pattern: RegExp, sql: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(sql) ? pattern.lastIndex : at;
}
