import { valueInWords } from './value.ts';

/** A longer line is cut around the place that differs. */
const LONGEST = 240;

/** What is shown before the first difference in a line that is cut. */
const LEAD = 40;

/** Two texts with an arrow between; of texts of many lines the first lines that differ. */
export function textChangeInWords(before: string, after: string): string {
  if (!before.includes('\n') && !after.includes('\n')) return lineChange(valueInWords(before), valueInWords(after));
  const was = before.split('\n');
  const is = after.split('\n');
  const first = was.findIndex((line, at) => line !== is[at]);
  const at = first === -1 ? was.length : first;
  return `differs from line ${at + 1}: ${lineChange(lineInWords(was[at]), lineInWords(is[at]))}`;
}

function lineInWords(line: string | undefined): string {
  return line === undefined ? '(end)' : line.trim() || '(empty line)';
}

function lineChange(before: string, after: string): string {
  const same = before.split('').findIndex((character, at) => character !== after[at]);
  const start = Math.max(0, (same === -1 ? before.length : same) - LEAD);
  return [before, after].map((line) => (line.length <= LONGEST ? line : cut(line, start))).join(' → ');
}

function cut(line: string, start: number): string {
  const part = line.slice(start, start + LONGEST);
  return `${start > 0 ? '…' : ''}${part}${start + LONGEST < line.length ? '…' : ''}`;
}
