import type { GodwitError } from '@godwit/diagnostics';
import { HistoryFinding } from './errors/finding.ts';
import type { Revision } from './revision.ts';

/** The revisions on disk. A tree: two heads are a fork, which is data until somebody asks for "the" head. */
export interface History {
  /** As given to `readHistory`. */
  readonly folder: string;
  /** Parents before children, by number, then by name. */
  readonly revisions: readonly Revision[];
  /** The revisions that none follows, in the order of `revisions`. */
  readonly heads: readonly Revision[];
  /** What is wrong with the folder, in the order of its files. Those that are a `HistoryFinding` stop nothing. */
  readonly problems: readonly GodwitError[];
}

/** @throws the first problem that is more than a finding: edited file, broken chain, CRLF and the like */
export function assertSound(history: History): void {
  const problem = history.problems.find((candidate) => !(candidate instanceof HistoryFinding));
  if (problem !== undefined) throw problem;
}

/** The problems that stop nothing: to be shown as warnings, and by `check` as findings. */
export function findingsOf(history: History): readonly HistoryFinding[] {
  return history.problems.filter((problem) => problem instanceof HistoryFinding);
}

/** The number of the next revision: one more than the highest. */
export function nextNumber(history: Pick<History, 'revisions'>): number {
  return history.revisions.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
}
