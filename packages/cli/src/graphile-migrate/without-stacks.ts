const FRAME = /^\s+at .+/;

/** Fields of an error object that Node prints, of which two are for people. */
const WORTH_KEEPING = /^ {2}(detail|hint): (?!undefined)/;

/** Tells the lines of graphile-migrate's output that are for its users from the stacks, and the error objects printed after them. */
export function withoutStacks(): (line: string) => boolean {
  let inObject = false;
  return (line) => {
    if (inObject) {
      inObject = !line.startsWith('}');
      return WORTH_KEEPING.test(line);
    }
    if (!FRAME.test(line)) return true;
    inObject = line.endsWith(' {');
    return false;
  };
}
