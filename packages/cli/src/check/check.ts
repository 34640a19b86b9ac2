import type { GodwitError } from '@godwit/diagnostics';
import type { LintFinding } from '@godwit/lint';

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
  readonly findings: readonly CheckFinding[];
}

/** Something that is not as it should be: an error as any command would print it, or what lint has to say. */
export type CheckFinding =
  | { readonly kind: 'error'; readonly error: GodwitError }
  | { readonly kind: 'lint'; readonly finding: LintFinding };

export function fine(summary: string): CheckOutcome {
  return { state: 'fine', summary, findings: [] };
}

export function leftOut(summary: string): CheckOutcome {
  return { state: 'left out', summary, findings: [] };
}

export function found(summary: string, errors: readonly GodwitError[]): CheckOutcome {
  return { state: 'found', summary, findings: errors.map((error) => ({ kind: 'error', error })) };
}
