import type { Blocker } from './blocker.ts';
import type { ExecutionEvent, Observer } from './execution-event.ts';
import type { Patience } from './patience.ts';

/** Tells the observer that we wait, once for each set of holders. */
export function tellWaiting(
  observer: Observer,
  forWhat: Extract<ExecutionEvent, { kind: 'waiting' }>['for'],
  patience: Patience,
): (holders: readonly Blocker[]) => void {
  let told: string | null = null;
  return (holders) => {
    const who = holders.map(({ pid }) => pid).join();
    if (who === told) return;
    told = who;
    observer({ kind: 'waiting', for: forWhat, holders, ms: patience.elapsedMs() });
  };
}
