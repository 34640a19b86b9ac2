import { type CodeFrame, frameAt } from '@godwit/diagnostics';
import type { LintSource } from './lint-source.ts';

/**
 * Where an offset of a source was written: below the headers of a committed file, or in the file that was included there.
 *
 * @param offset UTF-16 code units of the source's text
 */
export function placeOf(source: LintSource, offset: number): CodeFrame {
  if (source.frameOf !== undefined) return source.frameOf(offset);
  const own = frameAt(source.path, source.text, offset);
  // The lines above the body, which hold the headers, are left blank.
  const above = '\n'.repeat((source.firstLine ?? 1) - 1);
  return { ...own, text: above + source.text, line: own.line + above.length };
}

/** The offset of a frame's place in its text. */
export function offsetOf({ text, line, column }: CodeFrame): number {
  let start = 0;
  for (let number = 1; number < line; number++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
