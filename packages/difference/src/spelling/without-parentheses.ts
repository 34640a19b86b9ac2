import type { SqlToken } from './sql-token.ts';

/** What may stand before and after a condition. */
const BEFORE = ['(', 'and', 'or', 'where', 'having', 'on'];
const AFTER = [')', 'and', 'or', '', ';', 'group', 'order', 'limit', 'having', 'where', 'left', 'join'];

/** Words of what is more than one value. */
const SEVERAL = [',', 'select', 'values', 'with'];

/**
 * Without the parentheses that PostgreSQL prints and nobody writes: those of `((a > 0))`, of each side of `(a > 0) and (b > 0)`, of
 * `(title)::text` and `(0)::numeric`. The caller makes sure that the rest means the same.
 */
export function withoutParentheses(tokens: readonly SqlToken[]): readonly SqlToken[] {
  const dropped = new Set<number>();
  const pairs = closingOf(tokens);
  for (const [open, close] of pairs) {
    const before = tokens[open - 1];
    const after = tokens[close + 1];
    const isWord = close === open + 2 && after?.text === '::' && !isCall(tokens, open);
    const stands = BEFORE.includes(before?.text.toLowerCase() ?? '') && AFTER.includes(after?.text.toLowerCase() ?? '');
    const isWhole = pairs.get(open - 1) === close + 1;
    const isCondition = stands && !says(tokens, open, close, isWhole ? SEVERAL : [...SEVERAL, 'and', 'or']);
    if (isWord || isCondition) dropped.add(open).add(close);
  }
  return tokens.flatMap((token, at) => {
    if (dropped.has(at)) return [];
    // The word behind a dropped parenthesis takes its place, white space and all.
    return [tokens[at - 1]?.text === '(' && dropped.has(at - 1) ? { ...token, space: spaceBefore(tokens, dropped, at) } : token];
  });
}

/** Whether one of the words stands between two parentheses, and not inside others. */
function says(tokens: readonly SqlToken[], open: number, close: number, words: readonly string[]): boolean {
  let depth = 0;
  return tokens.slice(open + 1, close).some(({ text }) => {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    return depth === 0 && words.includes(text.toLowerCase());
  });
}

function spaceBefore(tokens: readonly SqlToken[], dropped: ReadonlySet<number>, at: number): string {
  let first = at;
  while (dropped.has(first - 1) && tokens[first - 1]?.text === '(') first -= 1;
  return tokens[first]?.space ?? '';
}

/** `f(x)::text` */
function isCall(tokens: readonly SqlToken[], open: number): boolean {
  const before = tokens[open - 1];
  return before !== undefined && /^["\w]/.test(before.text) && before.keyword !== 'reserved' && tokens[open]?.space === '';
}

/** Where each parenthesis closes. */
function closingOf(tokens: readonly SqlToken[]): ReadonlyMap<number, number> {
  const open: number[] = [];
  const pairs = new Map<number, number>();
  tokens.forEach(({ text }, at) => {
    if (text === '(') open.push(at);
    const start = text === ')' ? open.pop() : undefined;
    if (start !== undefined) pairs.set(start, at);
  });
  return pairs;
}
