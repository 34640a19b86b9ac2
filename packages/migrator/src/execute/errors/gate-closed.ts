import type { Step } from '../../plan/step.ts';
import { ExecutionError } from './execution-error.ts';

interface ClosedGate {
  readonly backfill: string;
  /** What the bookkeeping knows of it: `It is paused: …`. */
  readonly state: string | null;
}

/** A revision waits for a backfill: a row is still wrong. Nothing of it was applied, and everything before it was. */
export class GateClosed extends ExecutionError {
  readonly backfill: string;

  constructor(step: Step, { backfill, state }: ClosedGate) {
    super(step, {
      code: 'GW400',
      message: `${step.name} waits for the backfill ${backfill}`,
      details: state === null ? [] : [state],
      help: `godwit backfill run ${backfill}   then: godwit upgrade`,
      exitCode: 3,
    });
    this.backfill = backfill;
  }
}
