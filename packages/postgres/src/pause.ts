import { setTimeout as delay } from 'node:timers/promises';

/**
 * The pauses between attempts: from `firstMs` half as long again each time up to `mostMs`, each taken at random from its upper half, so
 * that many who began together do not ask together.
 */
export function* pauses(firstMs: number, mostMs: number, random: () => number = Math.random): Generator<number, never> {
  for (let limit = firstMs; ; limit = Math.min(mostMs, limit * 1.5)) {
    yield Math.round(limit * (0.5 + random() / 2));
  }
}

/** @throws the signal's reason */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  try {
    await delay(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}
