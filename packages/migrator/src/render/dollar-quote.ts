/**
 * A text as a dollar-quoted literal, which shows it as it is: `$revert$drop table books$revert$`. The tag gets a number when the text
 * has it already.
 */
export function dollarQuote(text: string, tag: string): string {
  for (let number = 1; ; number++) {
    const mark = number === 1 ? `$${tag}$` : `$${tag}${number}$`;
    // The end of the text may be the beginning of the mark.
    if (`${text}${mark}`.indexOf(mark) === text.length) return `${mark}${text}${mark}`;
  }
}
