/** Translates the parser's UTF-8 byte offsets into UTF-16 offsets of the same text. */
export function byteOffsets(text: string): (byte: number) => number {
  if (Buffer.byteLength(text) === text.length) return (byte) => Math.min(byte, text.length);
  let table: Uint32Array | undefined;
  return (byte) => {
    table ??= unitsOfBytes(text);
    return table[byte] ?? text.length;
  };
}

/** For each byte of the text in UTF-8 the offset of the character that it belongs to. */
function unitsOfBytes(text: string): Uint32Array {
  const table = new Uint32Array(Buffer.byteLength(text));
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    const end = byte + bytesOf(character.codePointAt(0) ?? 0);
    while (byte < end) table[byte++] = unit;
    unit += character.length;
  }
  return table;
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
