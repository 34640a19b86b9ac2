/** A text by its lines. Lines are counted from 0. */
export interface TextLines {
  /** The UTF-16 offset of a place whose column is counted in bytes of UTF-8, from 0. */
  readonly offsetOf: (line: number, byte: number) => number;
  /** The line that an offset is in. */
  readonly lineOf: (offset: number) => number;
  /** Where a line begins; the end of the text for one that there is not. */
  readonly startOf: (line: number) => number;
}

export function createTextLines(text: string): TextLines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line] ?? text.length;
  return {
    startOf,
    offsetOf: (line, byte) => {
      const start = startOf(line);
      return (
        start +
        Buffer.from(text.slice(start, startOf(line + 1)))
          .subarray(0, byte)
          .toString().length
      );
    },
    lineOf: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (startOf(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
