import { expect, test } from 'vitest';
import { ratios, summarize } from './series.ts';

test('the median of an even number of samples is the mean of the two in the middle', () => {
  expect(summarize([40, 10, 30, 20])).toEqual({ median: 25, min: 10, max: 40 });
  expect(summarize([9, 1, 2])).toEqual({ median: 2, min: 1, max: 9 });
  expect(summarize([7])).toEqual({ median: 7, min: 7, max: 7 });
});

test('samples are sorted as numbers', () => {
  expect(summarize([100, 9, 20]).median).toBe(20);
});

test('nothing measured is an error and not a zero', () => {
  expect(() => summarize([])).toThrow(RangeError);
});

test('ratios are of the same round, so that a slow moment of the machine cancels out', () => {
  expect(ratios({ name: 'ours', samples: [50, 500] }, { name: 'theirs', samples: [100, 1000] })).toEqual([0.5, 0.5]);
});

test('contenders that ran different numbers of rounds cannot be compared', () => {
  expect(() => ratios({ name: 'ours', samples: [1] }, { name: 'theirs', samples: [1, 2] })).toThrow('ours and theirs');
});
