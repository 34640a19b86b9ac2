import type { ExecutionEvent } from '../execute/execution-event.ts';

export interface EventSignal {
  /** To be given to `execute`. */
  readonly observer: (event: ExecutionEvent) => void;
  /** The first event of the kind, as soon as it comes. */
  readonly seen: Promise<ExecutionEvent>;
}

/** Waits for an event of an execution, so that a test need not sleep. */
export function eventSignal(kind: ExecutionEvent['kind']): EventSignal {
  let tell: (event: ExecutionEvent) => void = () => {};
  const seen = new Promise<ExecutionEvent>((resolve) => {
    tell = resolve;
  });
  return {
    seen,
    observer: (event) => {
      if (event.kind === kind) tell(event);
    },
  };
}
