import type { Step } from '../plan/step.ts';
import type { Blocker } from './blocker.ts';
import type { CompiledStep } from './compiled-step.ts';
import { DEFAULT_LOCK_TIMEOUT_MS, DEFAULT_PATIENCE_MS } from './execute-settings.ts';
import { type ExecutionError, Interrupted, LockBudgetExceeded } from './execution-errors.ts';
import { deadlockTimeout } from './lock-waits.ts';
import { pause, startPatience } from './patience.ts';
import type { Run } from './run.ts';
import type { BodyFailure } from './send-body.ts';
import type { StepEnding } from './step-ending.ts';
import { stepFailure } from './step-failure.ts';
import type { Watched } from './watch-statement.ts';

/** Waiting for an autovacuum to give up takes deadlock_timeout, and then some. */
const AUTOVACUUM_MARGIN_MS = 300;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** A try that did not come to its end, and has been rolled back. */
export interface FailedTry {
  readonly kind: 'failed';
  /** What was running. */
  readonly compiled: CompiledStep;
  readonly failure: BodyFailure;
  readonly watched: Watched;
  /** Others were in the way. */
  readonly again: boolean;
}

export interface TryOptions {
  /** Counted from 1. */
  readonly attempts: number;
  /** For all lock waits of this try, milliseconds. */
  readonly budgetMs: number;
}

/**
 * Tries again, with pauses that grow, while others hold what is needed: until patience is over.
 *
 * @throws StepFailed, LockBudgetExceeded, Interrupted, ConnectionLost
 */
export async function retryForLocks(
  run: Run,
  step: Step,
  tryOnce: (options: TryOptions) => Promise<StepEnding | FailedTry>,
): Promise<StepEnding> {
  const { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS, patienceMs = DEFAULT_PATIENCE_MS } = run.settings;
  const patience = startPatience(patienceMs);
  let budgetMs = lockTimeoutMs;
  for (let attempts = 1; ; attempts++) {
    const ending = await tryOnce({ attempts, budgetMs });
    if (ending.kind !== 'failed') return ending;
    const { failure, watched, again } = ending;
    const { blockers } = watched;
    if (!again) throw await explain(run, ending);
    const inMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1)) * (0.5 + Math.random());
    if (patience.elapsedMs() + inMs > patienceMs) {
      throw new LockBudgetExceeded(step, { blockers, attempts, budgetMs, remains: 'nothing', cause: failure.error });
    }
    run.observer({ kind: 'retrying', step, attempt: attempts, inMs, blockers });
    budgetMs = await nextBudget(run, lockTimeoutMs, blockers);
    await pause(inMs, run.signal);
    if (run.signal?.aborted) throw new Interrupted(step);
  }
}

async function explain(run: Run, { compiled, failure, watched }: FailedTry): Promise<ExecutionError> {
  const interrupted = watched.cancelled === 'abort' || run.signal?.aborted;
  return interrupted ? new Interrupted(compiled.step, { cause: failure.error }) : await stepFailure(run, compiled, failure, 'nothing');
}

async function nextBudget(run: Run, lockTimeoutMs: number, blockers: readonly Blocker[]): Promise<number> {
  if (!blockers.some(({ autovacuum }) => autovacuum)) return lockTimeoutMs;
  return Math.max(lockTimeoutMs, (await deadlockTimeout(run.session.client)) + AUTOVACUUM_MARGIN_MS);
}
