import { expect, test } from 'vitest';
import { pause, pauses } from './pause.ts';

const take = (count: number, lengths: Generator<number, never>): number[] => Array.from({ length: count }, () => lengths.next().value);

test('pauses grow to the longest one and stay in the upper half of it', () => {
  expect(
    take(
      5,
      pauses(100, 300, () => 1),
    ),
  ).toEqual([100, 150, 225, 300, 300]);
  expect(
    take(
      5,
      pauses(100, 300, () => 0),
    ),
  ).toEqual([50, 75, 113, 150, 150]);
});

test('a pause ends at once when the caller gives up', async () => {
  const given = new AbortController();
  const reason = new Error('given up');
  const ended = pause(3_600_000, given.signal);
  given.abort(reason);
  await expect(ended).rejects.toBe(reason);
  await expect(pause(3_600_000, given.signal)).rejects.toBe(reason);
});
