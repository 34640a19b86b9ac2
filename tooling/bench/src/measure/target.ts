import { ratios, type Series, type Summary, summarize } from './series.ts';

/** What the ratio of the subject to another has to be. */
export type Target =
  | { readonly kind: 'at most'; readonly ratio: number }
  | { readonly kind: 'less than'; readonly ratio: number }
  | { readonly kind: 'at least'; readonly ratio: number };

/** `≤ 1.6 ×` */
export function atMost(ratio: number): Target {
  return { kind: 'at most', ratio };
}

/** `< 1.0 ×`: ahead of the other, when less is better. */
export function lessThan(ratio: number): Target {
  return { kind: 'less than', ratio };
}

/** `≥ 0.9 ×`: for rates. */
export function atLeast(ratio: number): Target {
  return { kind: 'at least', ratio };
}

/** How the subject stands to one other; `met` is null where there is no target. */
export interface Verdict {
  readonly ratio: Summary;
  readonly met: boolean | null;
}

/** Judges the median of the ratios of all rounds, unrounded. */
export function judge(subject: Series, other: Series, target: Target | null): Verdict {
  const ratio = summarize(ratios(subject, other));
  return { ratio, met: target && holds(target, ratio.median) };
}

function holds(target: Target, ratio: number): boolean {
  if (target.kind === 'at least') return ratio >= target.ratio;
  return target.kind === 'at most' ? ratio <= target.ratio : ratio < target.ratio;
}

const SIGNS = { 'at most': '≤', 'less than': '<', 'at least': '≥' } as const;

/** `≤ 1.6` */
export function describeTarget(target: Target): string {
  return `${SIGNS[target.kind]} ${target.ratio}`;
}
