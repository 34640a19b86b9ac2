/** A place in a text and the text itself, enough to draw the lines around it. */
export interface CodeFrame {
  /** As the user knows it, relative to where they stand: `migrations/committed/000003-x.sql`. */
  readonly file: string;
  readonly text: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in characters (UTF-16 code units). */
  readonly column: number;
}

/** Lines shown before and after the line that matters. */
const CONTEXT_LINES = 2;

/** In a pipe there is no width; a dump has lines of megabytes. */
const WIDEST = 200;

/**
 * The place of a character offset in a text.
 *
 * @param offset counted from 0, in UTF-16 code units; clamped to the text
 */
export function frameAt(file: string, text: string, offset: number): CodeFrame {
  const before = text.slice(0, Math.max(0, Math.min(offset, text.length)));
  const line = before.split('\n').length;
  return { file, text, line, column: before.length - before.lastIndexOf('\n') };
}

/** The lines that a frame shows, uncut: the one of the place and those around it. */
export function linesAround(frame: CodeFrame): { readonly first: number; readonly lines: readonly string[] } {
  const lines = frame.text.split('\n');
  const first = Math.max(1, frame.line - CONTEXT_LINES);
  // The line after the last line break is none, unless the place is there.
  const end = lines.at(-1) === '' && frame.line < lines.length ? lines.length - 1 : lines.length;
  return { first, lines: lines.slice(first - 1, Math.min(end, frame.line + CONTEXT_LINES)) };
}

/**
 * Draws a frame as plain lines: place, then the lines around it with a caret under the column.
 * Long lines are cut to `width` around the caret, and to 200 characters in any case.
 */
export function renderCodeFrame(frame: CodeFrame, width = 100): string[] {
  const { first, lines } = linesAround(frame);
  const gutter = String(first + lines.length - 1).length;
  const room = Math.max(20, Math.min(width, WIDEST) - gutter - 5);
  const shift = frame.column > room ? frame.column - Math.floor(room / 2) : 0;
  const out = [`${' '.repeat(gutter)}  ${frame.file}:${frame.line}:${frame.column}`];
  for (const [index, line] of lines.entries()) {
    const number = first + index;
    const text = line
      .slice(shift, shift + room)
      .replaceAll('\t', ' ')
      .replace(/\r$/, '');
    const mark = number === frame.line ? '>' : ' ';
    out.push(`${mark} ${String(number).padStart(gutter)} | ${text}`.trimEnd());
    if (number === frame.line) out.push(`  ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, frame.column - 1 - shift))}^`);
  }
  return out;
}
