import type { ExplainedStatement } from '@godwit/migrator';
import { count, fit } from '../output/columns.ts';
import { wrap } from '../output/wrap.ts';

export interface StatementLines {
  readonly lines: readonly string[];
  /** Lines of the statement that are not shown. */
  readonly leftOut: number;
}

export interface StatementLayout {
  /** Blanks before each line. */
  readonly indent: number;
  /** Columns of the terminal. */
  readonly width: number;
  /** True shows code and data whole too. */
  readonly whole: boolean;
}

/** So much of code or data tells what it is; the end tells that it ends. */
const FIRST_LINES = 8;
const LAST_LINES = 2;

/** A line of data can be as long as a book. */
const WIDEST_DATA = 200;

/** A statement as it is written, with its semicolon, wrapped where the terminal ends. Of code and of rows of data only the beginning and the end. */
export function statementLines({ text, holds }: Pick<ExplainedStatement, 'text' | 'holds'>, layout: StatementLayout): StatementLines {
  const { indent, width, whole } = layout;
  const written = `${text};`.split(/\r?\n/).map((line) => line.trimEnd().replaceAll('\t', '  '));
  const leftOut = whole || holds === null ? 0 : Math.max(0, written.length - FIRST_LINES - LAST_LINES);
  const shown =
    leftOut > 1 ? [...written.slice(0, FIRST_LINES), ellipsis(written[FIRST_LINES], leftOut), ...written.slice(-LAST_LINES)] : written;
  const blanks = ' '.repeat(indent);
  const lines = shown
    .map((line) => (holds === 'data' && !whole ? fit(line, WIDEST_DATA) : line))
    .flatMap((line) => (line === '' ? [''] : wrap(`${blanks}${line}`, width)));
  return { lines, leftOut: leftOut > 1 ? leftOut : 0 };
}

/** As far in as the first of the lines that it stands for. */
function ellipsis(line = '', leftOut: number): string {
  return `${' '.repeat(line.length - line.trimStart().length)}… ${count(leftOut, 'more line')}`;
}
