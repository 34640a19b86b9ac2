import { expect, test } from 'vitest';
import { atLeast, atMost, describeTarget, judge, lessThan } from './target.ts';

const series = (...samples: number[]) => ({ name: 'x', samples });

test('at most holds at the limit, less than does not', () => {
  expect(judge(series(16), series(10), atMost(1.6)).met).toBe(true);
  expect(judge(series(10), series(10), lessThan(1)).met).toBe(false);
  expect(judge(series(9), series(10), lessThan(1)).met).toBe(true);
});

test('a ratio that only rounds to the limit misses it', () => {
  expect(judge(series(16.04), series(10), atMost(1.6)).met).toBe(false);
});

test('a rate has to be at least its share', () => {
  expect(judge(series(95), series(100), atLeast(0.9)).met).toBe(true);
  expect(judge(series(80), series(100), atLeast(0.9)).met).toBe(false);
});

test('the median of the pairs decides, not one bad round', () => {
  const verdict = judge(series(12, 90, 12), series(10, 10, 10), atMost(1.6));
  expect(verdict).toEqual({ ratio: { median: 1.2, min: 1.2, max: 9 }, met: true });
});

test('without a target there is a ratio and no verdict', () => {
  expect(judge(series(3), series(1), null)).toEqual({ ratio: { median: 3, min: 3, max: 3 }, met: null });
});

test('targets in words', () => {
  expect([atMost(1.6), lessThan(1), atLeast(0.9)].map(describeTarget)).toEqual(['≤ 1.6', '< 1', '≥ 0.9']);
});
