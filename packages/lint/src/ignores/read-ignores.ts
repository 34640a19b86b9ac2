import { byteOffsets, loadSqlParser, type Statement } from '@godwit/migrator/statements';
import { createTextLines, type TextLines } from '../text/text-lines.ts';

/** `-- godwit:ignore add-check: the table has twelve rows`. Offsets are UTF-16 code units of the text. */
export interface Ignore {
  readonly rules: readonly string[];
  /** Empty when none is given. */
  readonly reason: string;
  /** What it covers; the whole text for `godwit:ignore-file`. */
  readonly start: number;
  readonly end: number;
  /** The comment itself. */
  readonly place: { readonly start: number; readonly end: number };
}

const COMMENT = /^--\s*godwit:ignore(-file)?(?![\w-])\s*([^:]*?)\s*(?::\s*(.*?)\s*)?$/s;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The ignores in a text. One behind code covers its line and the statements that begin or end there; one on a line of its own covers
 * the statement that follows or, inside a statement, the next line with code.
 */
export async function readIgnores(text: string, statements: readonly Statement[]): Promise<readonly Ignore[]> {
  if (!text.includes('godwit:ignore')) return [];
  const tokens = await scan(text);
  const lines = createTextLines(text);
  const spans = statements.map(({ offset, text: own }) => ({ start: offset, end: offset + own.length }));
  return tokens.flatMap((token, index) => {
    const match = token.comment ? COMMENT.exec(text.slice(token.start, token.end)) : null;
    if (match === null) return [];
    const [, wholeFile, names = '', reason = ''] = match;
    const next = tokens.slice(index + 1).find(({ comment }) => !comment);
    const previous = tokens.slice(0, index).findLast(({ comment }) => !comment);
    const behind = previous !== undefined && lines.lineOf(previous.end - 1) === lines.lineOf(token.start);
    const covered = wholeFile ? { start: 0, end: text.length } : behind ? onLine(token.start, lines, spans) : following(next, lines, spans);
    const rules = names.split(/[\s,]+/).filter((name) => name !== '');
    return [{ rules, reason, ...covered, place: { start: token.start, end: token.end } }];
  });
}

function onLine(at: number, lines: TextLines, spans: readonly Span[]): Span {
  const line = lines.lineOf(at);
  const touching = spans.filter(({ start, end }) => lines.lineOf(start) === line || lines.lineOf(end - 1) === line);
  return {
    start: Math.min(lines.startOf(line), ...touching.map(({ start }) => start)),
    end: Math.max(lines.startOf(line + 1), ...touching.map(({ end }) => end)),
  };
}

function following(next: Span | undefined, lines: TextLines, spans: readonly Span[]): Span {
  if (next === undefined) return { start: 0, end: 0 };
  const statement = spans.find(({ start }) => start === next.start);
  return statement ?? { start: next.start, end: lines.startOf(lines.lineOf(next.start) + 1) };
}

/** Nothing for a text that cannot be cut into tokens: it does not parse either, which is said elsewhere. */
async function scan(text: string): Promise<readonly (Span & { readonly comment: boolean })[]> {
  const parser = await loadSqlParser();
  const units = byteOffsets(text);
  try {
    return parser
      .scan(text)
      .map(({ start, end, tokenName }) => ({ start: units(start), end: units(end), comment: tokenName === 'SQL_COMMENT' }));
  } catch {
    return [];
  }
}
