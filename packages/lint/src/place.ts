import { type CodeFrame, frameAt } from '@godwit/diagnostics';
import type { LintSource } from './lint-source.ts';

/** A place of a source in the file that the user knows. */
export interface Place {
  readonly frame: CodeFrame;
  /** In the frame's text; its own with headers above, so only good for a file that is the source from its first line on. */
  readonly offset: number;
}

/**
 * Where an offset of a source really is: below the headers of a committed file, or in the file that was included there.
 *
 * @param offset UTF-16 code units of the source's text
 */
export function placeOf(source: LintSource, offset: number): Place {
  const own = frameAt(source.path, source.text, offset);
  const origin = source.lines?.[own.line - 1];
  if (origin !== undefined) {
    const column = own.column + origin.cut;
    const start = origin.text.split('\n', origin.line - 1).reduce((length, line) => length + line.length + 1, 0);
    return { frame: { file: origin.path, text: origin.text, line: origin.line, column }, offset: start + column - 1 };
  }
  // The lines above the body, which hold the headers, are left blank.
  const above = '\n'.repeat((source.firstLine ?? 1) - 1);
  return { frame: { ...own, text: above + source.text, line: own.line + above.length }, offset: above.length + offset };
}
