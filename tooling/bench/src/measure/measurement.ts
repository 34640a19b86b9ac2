import type { Series } from './series.ts';
import type { Target } from './target.ts';

/** One thing measured side by side: ours against the others, in one run. */
export interface Measurement {
  /** What one sample is, in a line: `a new process, from start to exit`. */
  readonly about: string;
  readonly unit: Unit;
  readonly subject: Series;
  readonly others: readonly Comparison[];
}

/** For `ms` and `MB` less is better, for `rows/s` more. */
export type Unit = 'ms' | 'rows/s' | 'MB';

/** The subject is held against this; without a target it is there for orientation. */
export interface Comparison {
  readonly series: Series;
  readonly target: Target | null;
}
