import type { ExecutionEvent, Step } from '@godwit/migrator';

/** An event for `--json`: its kind as `event`, a step as name, direction and hash. */
export function eventAsData(event: ExecutionEvent): object {
  const { kind, ...rest } = event;
  if (event.kind === 'stepFinished') {
    const { step, ms, attempts } = event.result;
    return { event: kind, step: stepAsData(step), ms: Math.round(ms), attempts };
  }
  return 'step' in event && event.step ? { event: kind, ...rest, step: stepAsData(event.step) } : { event: kind, ...rest };
}

function stepAsData({ name, direction, hash }: Step): object {
  return { name, direction, hash };
}
