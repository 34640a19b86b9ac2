import type { GodwitError } from '@godwit/diagnostics';
import { readServerError } from '@godwit/postgres';
import type { Step } from '../plan/step.ts';
import { ConnectionLost, OwnStatementFailed } from './execution-errors.ts';
import { isConnectionLoss } from './is-connection-loss.ts';

/** What pg says of a connection that is not there any more. */
const GONE = /^(?:Connection terminated|Client has encountered a connection error|Client was closed)/;

/**
 * What is left after every failure that has an error of its own: the connection broke between two steps, or the server refused a statement
 * that is not the user's (out of disk, too many locks).
 *
 * @throws what is neither: a defect
 */
export function otherFailure(step: Step | null, cause: unknown): GodwitError {
  const isSocketError = cause instanceof Error && ('errno' in cause || GONE.test(cause.message));
  if (readServerError(cause) === null && !isSocketError) throw cause;
  return isConnectionLoss(cause) ? new ConnectionLost(step, cause) : new OwnStatementFailed(step, cause);
}
