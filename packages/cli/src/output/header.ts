import { visibleLength } from './columns.ts';
import type { Output } from './output.ts';

/** The first line of a command's output: what it is about, which database, the count at the right edge. */
export function header(output: Output, subject: string, database: string, counts: string): string {
  const left = `${output.style.bold(subject)}  ${database}`;
  const gap = Math.min(output.width, 80) - visibleLength(left) - visibleLength(counts);
  return gap < 2 ? `${left}  ${output.style.dim(counts)}` : `${left}${' '.repeat(gap)}${output.style.dim(counts)}`;
}
