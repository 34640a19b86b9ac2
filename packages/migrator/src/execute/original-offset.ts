import { applyPlaceholders } from '@godwit/history';

/** No SQL can contain it. */
const NUL = '\u0000';

/**
 * Where a place in a compiled body stands in the body as it was written: errors are shown in the author's text, and the value of a
 * placeholder, which may be a password, stays out of them. A place inside a value is the beginning of its placeholder.
 *
 * @param offset in the compiled body, in UTF-16 code units
 */
export function originalOffset(body: string, placeholders: Readonly<Record<string, string>>, offset: number): number {
  const marks = Object.fromEntries(Object.keys(placeholders).map((name) => [name, `${NUL}${name}${NUL}`]));
  // What stands at odd places is the name of a placeholder.
  const parts = applyPlaceholders(body, marks).split(NUL);
  let compiled = 0;
  let written = 0;
  for (const [index, part] of parts.entries()) {
    const isName = index % 2 === 1;
    const length = isName ? (placeholders[part] ?? '').length : part.length;
    if (offset < compiled + length) return isName ? written : written + offset - compiled;
    compiled += length;
    written += part.length;
  }
  return written;
}
