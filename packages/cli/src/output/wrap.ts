/** How far the rest of a line that is too long stands to the right of its beginning. */
const HANG = 4;

/** A line as lines of at most that width, broken at blanks, the rest a little further in. A word that is longer than that stays whole. */
export function wrap(line: string, width: number): string[] {
  const lines: string[] = [];
  const hang = ' '.repeat(indentation(line) + HANG);
  let rest = line;
  while (rest.length > width) {
    const begin = indentation(rest);
    const last = rest.lastIndexOf(' ', width);
    const cut = last > begin ? last : rest.indexOf(' ', begin);
    if (cut < 0) break;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = hang + rest.slice(cut).trim();
  }
  return rest.trim() === '' && lines.length > 0 ? lines : [...lines, rest];
}

function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
