import type { GodwitError } from '@godwit/diagnostics';

/** One thing that `check` looks at. */
export interface Check {
  /** One word: `chain`, `proofs`. */
  readonly name: string;
  readonly run: () => Promise<CheckOutcome>;
}

export interface CheckOutcome {
  /** `left out`: there is nothing to look at, or no way to, which the summary says. */
  readonly state: 'fine' | 'found' | 'left out';
  /** One line: what was looked at, or what was found. */
  readonly summary: string;
  readonly findings: readonly GodwitError[];
}

export function fine(summary: string): CheckOutcome {
  return { state: 'fine', summary, findings: [] };
}

export function leftOut(summary: string): CheckOutcome {
  return { state: 'left out', summary, findings: [] };
}

export function found(summary: string, findings: readonly GodwitError[]): CheckOutcome {
  return { state: 'found', summary, findings };
}
