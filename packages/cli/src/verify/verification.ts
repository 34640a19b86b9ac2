import type { GodwitError } from '@godwit/diagnostics';
import type { CheckResult } from '@godwit/verify';
import type { CycleResult } from './verify-cycles.ts';

/** What `verify` has found. */
export interface Verification {
  /** As the user knows it; never a password. */
  readonly database: string;
  /** How to name it again on the command line: `--database app`; empty for a throwaway one. */
  readonly flag: string;
  /** Where it stands: `000003-add-ratings`, `base`. */
  readonly revision: string;
  readonly results: readonly CheckResult[];
  /** How many checks are not true of that revision: not yet, or no longer. */
  readonly otherRevisions: number;
  /** Null where they were not asked for: on a live database, or when only some checks were. */
  readonly cycles: readonly CycleResult[] | null;
  /** What kept something else from being looked at. */
  readonly errors: readonly GodwitError[];
}

export type State = CheckResult['outcome']['state'];

export function countOf({ results }: Pick<Verification, 'results'>, state: State): number {
  return results.filter(({ outcome }) => outcome.state === state).length;
}

/** Cycles in which a revision does not hold. */
export function brokenCycles({ cycles }: Pick<Verification, 'cycles'>): readonly CycleResult[] {
  return cycles?.filter(({ failures }) => failures.length > 0) ?? [];
}
