import type { Step } from '../../plan/step.ts';
import { ExecutionError } from './execution-error.ts';

/** The connection broke. Of the step in which it did, nothing stays, unless it runs outside a transaction. */
export class ConnectionLost extends ExecutionError {
  constructor(step: Step | null, cause: unknown) {
    super(step, {
      code: 'GW225',
      message: step === null ? 'The connection was lost' : `The connection was lost in ${step.name}`,
      help:
        step === null || step.transactional
          ? `${step === null ? '' : 'Nothing of it was applied. '}Run the command again to go on.`
          : 'The server may still be at work on it. Run the command again: it waits for that to end, cleans up, and goes on.',
      cause,
    });
  }
}

/** The connection broke while the server was committing, and the server is not to be reached again. */
export class CommitUnknown extends ExecutionError {
  constructor(step: Step, cause: unknown) {
    super(step, {
      code: 'GW228',
      message: `The connection was lost while ${step.name} was being committed`,
      help: 'It was either applied whole or not at all. When the server is back, `godwit current` tells; running the command again is right in both cases.',
      cause,
    });
  }
}
