import { setTimeout as delay } from 'node:timers/promises';

/** Waits so long, or until the signal is raised. */
export async function rest(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0 || signal.aborted) return;
  await delay(ms, undefined, { signal }).catch(() => undefined);
}
