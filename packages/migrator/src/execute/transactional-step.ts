import { sqlStateOf } from '@godwit/postgres';
import type { Step } from '../plan/step.ts';
import { beginStep, rollBack } from './begin-step.ts';
import type { Blocker } from './blocker.ts';
import { closeStep } from './close-step.ts';
import type { CompiledStep } from './compiled-step.ts';
import { DEFAULT_LOCK_TIMEOUT_MS, DEFAULT_PATIENCE_MS } from './execute-settings.ts';
import { type ExecutionError, Interrupted, LockBudgetExceeded, TransactionEnded } from './execution-errors.ts';
import { isAboutLocks } from './is-about-locks.ts';
import { deadlockTimeout } from './lock-waits.ts';
import { pause, startPatience } from './patience.ts';
import { mindPrepared } from './prepared-statements.ts';
import type { Run } from './run.ts';
import { type BodyFailure, sendBody } from './send-body.ts';
import type { StepEnding } from './step-ending.ts';
import { stepFailure } from './step-failure.ts';
import { stepWrites } from './step-writes.ts';
import { waitForLedger } from './wait-for-ledger.ts';
import { type Watched, watchStatement } from './watch-statement.ts';

/** An author who sets it has chosen how long each wait may be; the budget stands back. */
const SETS_LOCK_TIMEOUT = /\block_timeout\b/i;

/** Waiting for an autovacuum to give up takes deadlock_timeout, and then some. */
const AUTOVACUUM_MARGIN_MS = 300;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

interface Failed {
  readonly kind: 'failed';
  readonly failure: BodyFailure;
  readonly watched: Watched;
  /** Others were in the way. */
  readonly again: boolean;
}

/**
 * Runs one step in a transaction, in three messages: begin and check, body, ledger and commit; the last begins the next step as well. When its locks are not to be had within
 * the budget it is rolled back whole, so that nobody queues up behind it, and tried again until patience is over.
 *
 * @throws StepFailed, LockBudgetExceeded, OtherRunBusy, Interrupted, ConnectionLost
 */
export async function runTransactionalStep(run: Run, compiled: CompiledStep, next: Step | null): Promise<StepEnding> {
  const { step } = compiled;
  const { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS, patienceMs = DEFAULT_PATIENCE_MS } = run.settings;
  const patience = startPatience(patienceMs);
  let budgetMs = lockTimeoutMs;
  for (let attempts = 1; ; attempts++) {
    const ending = await tryOnce(run, compiled, { attempts, budgetMs, next });
    if (ending.kind !== 'failed') return ending;
    const { failure, watched, again } = ending;
    const { blockers } = watched;
    if (!again) throw await explain(run, compiled, ending);
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

interface AttemptOptions {
  readonly attempts: number;
  readonly budgetMs: number;
  readonly next: Step | null;
}

/** When it has failed it is rolled back. */
async function tryOnce(run: Run, compiled: CompiledStep, { attempts, budgetMs, next }: AttemptOptions): Promise<StepEnding | Failed> {
  const { step, sql } = compiled;
  if (!(await waitForLedger(run, step, () => beginStep(run, step, budgetMs)))) return { kind: 'moved' };
  const watch = watchStatement(run, { budgetMs: SETS_LOCK_TIMEOUT.test(sql) ? null : budgetMs });
  const inBody = await sendBody(run, compiled);
  const watched = await watch.stop();
  if (inBody !== null) {
    await rollBack(run);
    return { kind: 'failed', failure: inBody, watched, again: isAboutLocks(inBody.error) || isCancelledForLocks(inBody, watched) };
  }
  if (run.session.client.getTransactionStatus() !== 'T') throw new TransactionEnded(step);
  if (run.signal?.aborted) {
    await rollBack(run);
    throw new Interrupted(step);
  }
  mindPrepared(run, sql);
  await lookAfterBody(run, step);
  const failure = await closeStep(run, { step, writes: stepWrites(run, step, { attempts, durationMs: null }), next });
  return failure === null ? { kind: 'done', attempts } : { kind: 'failed', failure, watched, again: true };
}

async function lookAfterBody(run: Run, step: Step): Promise<void> {
  try {
    await run.afterBody?.(step, run.session.client);
  } catch (error) {
    await rollBack(run);
    throw error;
  }
}

function isCancelledForLocks(failure: BodyFailure, watched: Watched): boolean {
  return sqlStateOf(failure.error) === '57014' && watched.cancelled === 'locks';
}

async function explain(run: Run, compiled: CompiledStep, { failure, watched }: Failed): Promise<ExecutionError> {
  const interrupted = watched.cancelled === 'abort' || run.signal?.aborted;
  return interrupted ? new Interrupted(compiled.step, { cause: failure.error }) : await stepFailure(run, compiled, failure, 'nothing');
}

async function nextBudget(run: Run, lockTimeoutMs: number, blockers: readonly Blocker[]): Promise<number> {
  if (!blockers.some(({ autovacuum }) => autovacuum)) return lockTimeoutMs;
  return Math.max(lockTimeoutMs, (await deadlockTimeout(run.session.client)) + AUTOVACUUM_MARGIN_MS);
}
