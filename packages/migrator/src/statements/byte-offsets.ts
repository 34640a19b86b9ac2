/**
 * Translates the parser's UTF-8 byte offsets into UTF-16 offsets of the same text. The text is walked once, forward, so
 * offsets are cheapest in ascending order.
 */
export function byteOffsets(text: string): (byte: number) => number {
  if (Buffer.byteLength(text) === text.length) return (byte) => Math.min(byte, text.length);
  let at = { bytes: 0, units: 0 };
  return (byte) => {
    if (byte < at.bytes) at = { bytes: 0, units: 0 };
    while (at.bytes < byte && at.units < text.length) {
      const point = text.codePointAt(at.units) ?? 0;
      at = { bytes: at.bytes + bytesOf(point), units: at.units + (point > 0xffff ? 2 : 1) };
    }
    return at.units;
  };
}

/** Translates an offset in code points, as the parser reports errors, into UTF-16. */
export function unitsOfPoints(text: string, points: number): number {
  let units = 0;
  for (let seen = 0; seen < points && units < text.length; seen++) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
