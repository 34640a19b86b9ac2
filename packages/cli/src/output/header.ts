import { fit, visibleLength } from './columns.ts';
import type { Output } from './output.ts';

/** A database's name in less room says nothing. */
const LEAST_NAME = 12;

/** The first line of a command's output: what it is about, which database, the count at the right edge. */
export function header(output: Output, subject: string, database: string, counts: string): string {
  const room = output.width - subject.length - counts.length - 4;
  const left = `${output.style.bold(subject)}  ${fit(database, Math.max(LEAST_NAME, room))}`;
  const gap = Math.min(output.width, 80) - visibleLength(left) - visibleLength(counts);
  return gap < 2 ? `${left}  ${output.style.dim(counts)}` : `${left}${' '.repeat(gap)}${output.style.dim(counts)}`;
}
