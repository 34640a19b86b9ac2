import { beginStep } from './begin-step.ts';
import { closeStep } from './close-step.ts';
import type { CompiledStep } from './compiled-step.ts';
import { orRollBack } from './or-roll-back.ts';
import { type FailedTry, retryForLocks, type TryOptions } from './retry-for-locks.ts';
import type { Run } from './run.ts';
import { runBody } from './run-body.ts';
import type { StepEnding } from './step-ending.ts';
import { stepWrites } from './step-writes.ts';
import { waitForLedger } from './wait-for-ledger.ts';

/**
 * Runs one step in a transaction, in three messages: begin and check, body, ledger and commit. With the last the next step's beginning and
 * body are sent. When its locks are not to be had within the budget it is rolled back whole, so that nobody queues up behind it, and
 * tried again until patience is over.
 *
 * @throws StepFailed, LockBudgetExceeded, OtherRunBusy, Interrupted, ConnectionLost
 */
export async function runTransactionalStep(run: Run, compiled: CompiledStep, next: CompiledStep | null): Promise<StepEnding> {
  return await retryForLocks(run, compiled.step, (options) => tryOnce(run, compiled, { ...options, next }));
}

interface StepTry extends TryOptions {
  readonly next: CompiledStep | null;
}

/** When it has failed it is rolled back. */
async function tryOnce(run: Run, compiled: CompiledStep, { attempts, budgetMs, next }: StepTry): Promise<StepEnding | FailedTry> {
  const { step } = compiled;
  const isBegun = run.begun?.step === step || (await waitForLedger(run, step, () => beginStep(run, step, budgetMs)));
  if (!isBegun) return { kind: 'moved' };
  const body = await runBody(run, compiled, budgetMs);
  if (body.kind === 'failed') return body;
  await orRollBack(run, async (client) => run.afterBody?.(step, client));
  const failure = await closeStep(run, { step, writes: stepWrites(run, step, { attempts, durationMs: null }), next });
  return failure === null ? { kind: 'done', attempts } : { kind: 'failed', compiled, failure, watched: body.watched, again: true };
}
