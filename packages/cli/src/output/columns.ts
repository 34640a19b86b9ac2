/** Length without terminal codes. */
export function visibleLength(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes that Style writes
  return text.replace(/\u001b\[\d+m/g, '').length;
}

/** Rows as aligned columns, two spaces between them; the last column is not padded. */
export function columns(rows: readonly (readonly string[])[], gap = 2): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, visibleLength(cell));
  }
  return rows.map((row) =>
    row
      .map((cell, index) => (index === row.length - 1 ? cell : cell + ' '.repeat((widths[index] ?? 0) - visibleLength(cell) + gap)))
      .join('')
      .trimEnd(),
  );
}

/** The same on a terminal: one column, whose cells have no style, gives way until the lines fit, or it has only so much left. */
export function columnsWithin(
  rows: readonly (readonly string[])[],
  { width, flexible, least }: { readonly width: number; readonly flexible: number; readonly least: number },
): string[] {
  const room = Math.max(least, roomFor(rows, flexible, width));
  return columns(rows.map((row) => row.map((cell, index) => (index === flexible ? fit(cell, room) : cell))));
}

/** What the other columns leave of a line for this one. */
export function roomFor(rows: readonly (readonly string[])[], flexible: number, width: number): number {
  const others = columns(rows.map((row) => row.map((cell, index) => (index === flexible ? '' : cell))));
  return width - Math.max(0, ...others.map(visibleLength));
}

/** Parts of a sentence two spaces apart, on as many lines as they need; a part is never broken, and all lines but the first are indented. */
export function flow(parts: readonly string[], width: number, indent = 2): string[] {
  const lines: string[] = [];
  for (const part of parts.filter((text) => text !== '')) {
    const longer = lines.length === 0 ? part : `${lines.at(-1)}  ${part}`;
    if (lines.length === 0 || visibleLength(longer) <= width) lines.splice(-1, 1, longer);
    else lines.push(' '.repeat(indent) + part);
  }
  return lines;
}

/** Shortens in the middle of nowhere: the end goes, an ellipsis stays. */
export function fit(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(1, width - 1))}…`;
}

/** `1 revision`, `3 revisions`. */
export function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${groupDigits(number)} ${number === 1 ? singular : plural}`;
}

/** The first letter in upper case, for a sentence that begins with a command's name. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** `12,345`. Not `toLocaleString`, which loads the tables of all languages for it. */
function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
