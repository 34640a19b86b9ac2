/** Runs work, so much of it at once and no more; the rest waits its turn. */
export type Slots = <T>(signal: AbortSignal | undefined, work: () => Promise<T>) => Promise<T>;

export function createSlots(count: number): Slots {
  let free = count;
  const waiting = new Set<() => void>();

  /** The slot goes from hand to hand: `free` counts those that nobody waits for. */
  const release = (): void => {
    const [next] = waiting;
    if (next === undefined) free++;
    else next();
  };

  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const go = (): void => {
        leave();
        resolve();
      };
      const giveUp = (): void => {
        leave();
        reject(signal?.reason);
      };
      const leave = (): void => {
        waiting.delete(go);
        signal?.removeEventListener('abort', giveUp);
      };
      waiting.add(go);
      signal?.addEventListener('abort', giveUp);
    });

  return async (signal, work) => {
    signal?.throwIfAborted();
    if (free > 0) free--;
    else await turn(signal);
    try {
      signal?.throwIfAborted();
      return await work();
    } finally {
      release();
    }
  };
}
