/** How long something has gone on, and for how long it may. Monotonic. */
export interface Patience {
  readonly elapsedMs: () => number;
  readonly isOver: () => boolean;
}

export function startPatience(limitMs: number): Patience {
  const start = performance.now();
  const elapsedMs = () => performance.now() - start;
  return { elapsedMs, isOver: () => elapsedMs() >= limitMs };
}

/** Resolves after a time, or at once when the signal aborts. Never rejects: who waits looks at the signal next. */
export function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
