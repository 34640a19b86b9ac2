import { applyPlaceholders } from '@godwit/history';

/**
 * Where a place in a compiled body stands in the body as it was written: errors are shown in the author's text, and the value of a
 * placeholder, which may be a password, stays out of them.
 *
 * @param offset in the compiled body, in UTF-16 code units
 */
export function originalOffset(body: string, placeholders: Readonly<Record<string, string>>, offset: number): number {
  const compiledLength = (length: number): number => applyPlaceholders(body.slice(0, length), placeholders).length;
  let low = 0;
  let high = body.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (compiledLength(middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
