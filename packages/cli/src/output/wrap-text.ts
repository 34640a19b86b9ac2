/**
 * A sentence on lines of a width, broken at single spaces, all but the first indented below its text. A word that is longer stays whole, and so
 * do two spaces: they set apart what belongs to the line before.
 */
export function wrapText(text: string, width: number, indent = /^ */.exec(text)?.[0].length ?? 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    if (line === '') line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    }
  }
  return [...lines, line];
}
