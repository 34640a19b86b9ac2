const FIRST_MS = 500;
const MOST_MS = 30_000;

/**
 * How long to wait after a failed attempt when the other side does not say: half a second, then twice as long each time up to half a
 * minute; at random from the upper half of that, so that many who failed together do not come back together.
 *
 * @param attempt from 1
 */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.round(Math.min(MOST_MS, FIRST_MS * 2 ** (attempt - 1)) * (0.5 + random() / 2));
}
