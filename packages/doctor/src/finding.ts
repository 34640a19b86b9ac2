/**
 * `fine`; `warning`: a migration works, and somebody should know; `problem`: something has to be repaired; `unknown`: it could not be looked at,
 * and the summary says why.
 */
export type FindingState = 'fine' | 'warning' | 'problem' | 'unknown';

/** What one check has to say of one thing. */
export interface Finding {
  readonly state: FindingState;
  /** One line, no full stop. */
  readonly summary: string;
  /** Why that matters, and what else there is to know; a line each. */
  readonly because: readonly string[];
  /** Statements and commands as they are to be typed, or a sentence where only a person knows; a line each. */
  readonly repair: readonly string[];
}

export function fine(summary: string): Finding {
  return { state: 'fine', summary, because: [], repair: [] };
}

export function warning(summary: string, because: readonly string[], repair: readonly string[] = []): Finding {
  return { state: 'warning', summary, because, repair };
}

export function problem(summary: string, because: readonly string[], repair: readonly string[]): Finding {
  return { state: 'problem', summary, because, repair };
}

export function unknown(summary: string, repair: readonly string[] = []): Finding {
  return { state: 'unknown', summary, because: [], repair };
}
