import type { Clock } from '../clock.ts';

/** A clock that stands still but for those who sleep, whose time passes at once. */
export interface ManualClock extends Clock {
  /** What was slept, in milliseconds and in order. */
  readonly slept: readonly number[];
}

export function manualClock(start = Date.UTC(2026, 0, 1)): ManualClock {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}
