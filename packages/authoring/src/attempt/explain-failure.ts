import type { CodeFrame, GodwitError } from '@godwit/diagnostics';
import { BodyRefused, StepFailed } from '@godwit/migrator';
import type { Current } from '../current/current.ts';
import { frameInCurrent } from '../current/frame-in-current.ts';
import { CurrentFailed, WayBackFailed } from './errors.ts';

const AS_BEFORE = 'the database is as it was before this save: correct it, and save again';

interface Failure {
  readonly error: unknown;
  /** Null when nothing but the way back was to run. */
  readonly current: Current | null;
  /** Where the author writes the way back. */
  readonly revert: string;
}

/**
 * Puts what ended a save into the terms of the author's files: a place in the text that is sent becomes one in the file of `current/` or the
 * fixture where it was written. Any other error stays as it is.
 */
export function explainFailure({ error, current, revert }: Failure): unknown {
  if (!(error instanceof StepFailed) && !(error instanceof BodyRefused)) return error;
  const statement = error instanceof StepFailed ? error.statement : null;
  const common = { message: error.message, details: error.details, cause: error.cause };
  if (current !== null && error.revision === current.location.path) {
    const frame = error.frame && frameInCurrent(current, offsetOf(error.frame));
    const failed = { ...common, message: `${frame?.file ?? current.location.path}: ${reasonOf(error)}`, frame };
    if (error instanceof StepFailed && !current.transactional) {
      return new CurrentFailed(statement, { ...failed, help: help(error, OUTSIDE) });
    }
    return new CurrentFailed(statement, { ...failed, help: help(error, AS_BEFORE) });
  }
  const instead = `write a way back that runs to ${revert}, or take what stands in its way out of the database, and save again`;
  return new WayBackFailed(statement, {
    ...common,
    message: `The last save cannot be taken back: ${reasonOf(error)}`,
    frame: error.frame,
    help: help(error, `${instead}\nwhat it applied is still there`),
  });
}

const OUTSIDE =
  'it ran outside a transaction, so that what was applied before is taken back, and what it left behind goes with the next save: correct it, and save again';

/** The message without the name of what it is about. */
function reasonOf({ message, revision }: GodwitError & { readonly revision: string | null }): string {
  return message.startsWith(`${revision}: `) ? message.slice(`${revision}: `.length) : message;
}

/** What the executor advises about extensions stays; what it says of revisions does not hold here. */
function help(error: StepFailed | BodyRefused, then: string): string {
  const advice = error instanceof BodyRefused ? (error.help ?? '').split('\n') : (error.help ?? '').split('\n').slice(0, -1);
  return [...advice.filter((line) => line !== ''), then].join('\n');
}

function offsetOf({ text, line, column }: CodeFrame): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
}
