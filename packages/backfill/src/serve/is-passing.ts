import { judgeError } from '../batch/judge-error.ts';
import { ServerLost } from '../errors/run-errors.ts';

/** Whether time may mend it: the server is gone, or somebody was in the way. */
export function isPassing(error: unknown): boolean {
  if (error instanceof ServerLost) return true;
  const verdict = judgeError(error);
  return verdict === 'gone' || verdict === 'again';
}
