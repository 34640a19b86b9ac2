import type { Clock } from '../clock.ts';

/** Lets through so many a minute. */
export interface Pace {
  /** Waits until `count` more may go. First come, first served. */
  take(count: number, signal: AbortSignal | undefined): Promise<void>;
  /** Nobody goes for so long: the other side has asked for it. */
  hold(ms: number): void;
}

/**
 * A token bucket that holds one token: what goes out is spread over the minute, so that no minute, wherever it begins, has more than its
 * number. A bucket that fills up while nothing goes on would let through twice as many in its first minute.
 *
 * @param perMinute undefined for no limit
 */
export function createPace(perMinute: number | undefined, clock: Clock): Pace {
  const each = perMinute === undefined ? 0 : 60_000 / perMinute;
  let free = 0;
  return {
    async take(count, signal) {
      const now = clock.now();
      const turn = Math.max(now, free);
      free = turn + count * each;
      if (turn > now) await clock.sleep(turn - now, signal);
    },
    hold(ms) {
      free = Math.max(free, clock.now() + ms);
    },
  };
}
