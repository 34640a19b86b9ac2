import { sqlStateOf } from '@godwit/postgres';
import { beginStep, rollBack } from './begin-step.ts';
import type { Blocker } from './blocker.ts';
import { closeStep } from './close-step.ts';
import type { CompiledStep } from './compiled-step.ts';
import { DEFAULT_LOCK_TIMEOUT_MS, DEFAULT_PATIENCE_MS } from './execute-settings.ts';
import { type ExecutionError, Interrupted, LockBudgetExceeded, TransactionEnded } from './execution-errors.ts';
import { deadlockTimeout } from './lock-waits.ts';
import { pause, startPatience } from './patience.ts';
import type { Run } from './run.ts';
import { type BodyFailure, sendBody } from './send-body.ts';
import type { StepEnding } from './step-ending.ts';
import { stepFailure } from './step-failure.ts';
import { stepWrites } from './step-writes.ts';
import { waitForLedger } from './wait-for-ledger.ts';
import { type Watched, watchStatement } from './watch-statement.ts';

/** An author who sets it has chosen how long each wait may be; the budget stands back. */
const SETS_LOCK_TIMEOUT = /\block_timeout\b/i;

/** lock_not_available, deadlock_detected: over when the others are done. */
const LOCK_STATES = new Set(['55P03', '40P01']);

/** Waiting for an autovacuum to give up takes deadlock_timeout, and then some. */
const AUTOVACUUM_MARGIN_MS = 300;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Runs one step in a transaction, in three round trips: begin and check, body, ledger and commit. When its locks are not to be had within
 * the budget it is rolled back whole, so that nobody queues up behind it, and tried again until patience is over.
 *
 * @throws StepFailed, LockBudgetExceeded, OtherRunBusy, Interrupted, ConnectionLost
 */
export async function runTransactionalStep(run: Run, compiled: CompiledStep): Promise<StepEnding> {
  const { step, sql } = compiled;
  const { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS, patienceMs = DEFAULT_PATIENCE_MS } = run.settings;
  const patience = startPatience(patienceMs);
  let budgetMs = lockTimeoutMs;
  for (let attempt = 1; ; attempt++) {
    if (!(await waitForLedger(run, step, () => beginStep(run, step, budgetMs)))) return { kind: 'moved' };
    const watch = watchStatement(run, { budgetMs: SETS_LOCK_TIMEOUT.test(sql) ? null : budgetMs });
    const failure = await sendBody(run, compiled);
    const watched = await watch.stop();
    if (failure === null) {
      if (run.session.client.getTransactionStatus() !== 'T') throw new TransactionEnded(step);
      if (run.signal?.aborted) {
        await rollBack(run);
        throw new Interrupted(step);
      }
      await closeStep(run, step, stepWrites(run, step, { attempts: attempt, durationMs: null }));
      return { kind: 'done', attempts: attempt };
    }
    await rollBack(run);
    if (!isAboutLocks(failure, watched)) throw await explain(run, compiled, failure, watched);
    const inMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)) * (0.5 + Math.random());
    if (patience.elapsedMs() + inMs > patienceMs) {
      throw new LockBudgetExceeded(step, {
        blockers: watched.blockers,
        attempts: attempt,
        budgetMs,
        remains: 'nothing',
        cause: failure.error,
      });
    }
    run.observer({ kind: 'retrying', step, attempt, inMs, blockers: watched.blockers });
    budgetMs = await nextBudget(run, lockTimeoutMs, watched.blockers);
    await pause(inMs, run.signal);
    if (run.signal?.aborted) throw new Interrupted(step);
  }
}

function isAboutLocks(failure: BodyFailure, watched: Watched): boolean {
  const state = sqlStateOf(failure.error) ?? '';
  return LOCK_STATES.has(state) || (state === '57014' && watched.cancelled === 'locks');
}

async function explain(run: Run, compiled: CompiledStep, failure: BodyFailure, watched: Watched): Promise<ExecutionError> {
  const interrupted = watched.cancelled === 'abort' || run.signal?.aborted;
  return interrupted ? new Interrupted(compiled.step, { cause: failure.error }) : await stepFailure(run, compiled, failure, 'nothing');
}

async function nextBudget(run: Run, lockTimeoutMs: number, blockers: readonly Blocker[]): Promise<number> {
  if (!blockers.some(({ autovacuum }) => autovacuum)) return lockTimeoutMs;
  return Math.max(lockTimeoutMs, (await deadlockTimeout(run.session.client)) + AUTOVACUUM_MARGIN_MS);
}
