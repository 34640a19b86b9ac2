import { sqlStateOf } from '@godwit/postgres';
import { beginStep, rollBack } from '../begin-step.ts';
import type { CompiledStep } from '../compiled-step.ts';
import { DEFAULT_LOCK_TIMEOUT_MS, DEFAULT_PATIENCE_MS } from '../execute-settings.ts';
import { ConnectionLost, type ExecutionError, Interrupted, LockBudgetExceeded, type Remains } from '../execution-errors.ts';
import { isAboutLocks } from '../is-about-locks.ts';
import { isConnectionLoss } from '../is-connection-loss.ts';
import { startPatience } from '../patience.ts';
import { mindPrepared } from '../prepared-statements.ts';
import type { Run } from '../run.ts';
import { type BodyFailure, sendBody } from '../send-body.ts';
import type { StepEnding } from '../step-ending.ts';
import { stepFailure } from '../step-failure.ts';
import { stepWrites } from '../step-writes.ts';
import { waitForLedger } from '../wait-for-ledger.ts';
import { type Watched, watchStatement } from '../watch-statement.ts';
import { dropObstacle } from './clean-up.ts';
import { enterStep } from './enter-step.ts';
import { type IndexState, indexesFor } from './index-state.ts';
import { abandonStep, claimStep, releaseStep } from './journal.ts';
import { progressTeller } from './progress.ts';
import { type StandaloneWork, standaloneWork } from './standalone-work.ts';
import { undoAttempt } from './undo-attempt.ts';

interface Attempt {
  readonly failure: BodyFailure | null;
  readonly watched: Watched;
}

/**
 * Runs a step outside a transaction: its row in the journal is committed first, then the statement is sent alone, then the ledger is
 * written and the row removed. Lock waits have no timeout of the server's (each would leave an INVALID index), but patience bounds
 * their sum. What a failed attempt leaves behind is removed.
 *
 * @throws StepFailed, LockBudgetExceeded, OtherRunBusy, Interrupted, ConnectionLost, StepUnfinished
 */
export async function runStandaloneStep(run: Run, compiled: CompiledStep): Promise<StepEnding> {
  const { step, sql } = compiled;
  const { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS, patienceMs = DEFAULT_PATIENCE_MS } = run.settings;
  const work = await standaloneWork(sql);
  if (!(await waitForLedger(run, step, () => beginStep(run, step, lockTimeoutMs)))) return { kind: 'moved' };
  const before = await claim(run, compiled, work);
  const time = startPatience(patienceMs);
  for (let attempts = 1; ; attempts++) {
    const attempt = await tryOnce(run, compiled, { work, before, budgetMs: patienceMs });
    const { failure } = attempt;
    if (failure !== null && isConnectionLoss(failure.error)) throw new ConnectionLost(step, failure.error);
    const left = failure === null ? 'done' : await undoAttempt(run, { work, before, error: failure.error });
    mindPrepared(run, sql);
    if (left === 'done') {
      const entered = await enterStep(run, step, stepWrites(run, step, { attempts, durationMs: time.elapsedMs() }));
      if (!entered) return { kind: 'moved' };
      await run.afterBody?.(step, run.session.client);
      return { kind: 'done', attempts };
    }
    const deadlocked = sqlStateOf(failure?.error) === '40P01' && left === 'undone';
    if (deadlocked && !time.isOver() && !run.signal?.aborted) {
      run.observer({ kind: 'retrying', step, attempt: attempts, inMs: 0, blockers: attempt.watched.blockers });
      continue;
    }
    if (left === 'undone') await releaseStep(run);
    else await abandonStep(run);
    const remains = left === 'left' ? 'leftovers' : 'nothing';
    throw await standaloneFailure(run, compiled, { ...attempt, attempts, budgetMs: patienceMs, remains });
  }
}

async function claim(run: Run, { step }: CompiledStep, work: StandaloneWork): Promise<readonly IndexState[]> {
  try {
    const before = await indexesFor(run.session.client, work);
    await claimStep(run, step, before);
    return before;
  } catch (error) {
    await rollBack(run);
    throw error;
  }
}

interface AttemptOptions {
  readonly work: StandaloneWork;
  readonly before: readonly IndexState[];
  readonly budgetMs: number;
}

async function tryOnce(run: Run, compiled: CompiledStep, { work, before, budgetMs }: AttemptOptions): Promise<Attempt> {
  const watch = watchStatement(run, { budgetMs, onLook: progressTeller(run, compiled.step) });
  const actions = await dropObstacle(run.session.client, work, before).catch(
    (error: unknown): BodyFailure => ({ error, index: 0, offset: 0 }),
  );
  if ('error' in actions) return { failure: actions, watched: await watch.stop() };
  if (actions.length > 0) run.observer({ kind: 'repaired', name: compiled.step.name, outcome: 'repeat', actions });
  const failure = await sendBody(run, compiled);
  return { failure, watched: await watch.stop() };
}

interface Ended extends Attempt {
  readonly attempts: number;
  readonly budgetMs: number;
  readonly remains: Remains;
}

/** Why a statement outside a transaction has failed, in the terms of its file. */
export async function standaloneFailure(run: Run, compiled: CompiledStep, ended: Ended): Promise<ExecutionError> {
  const { step } = compiled;
  const { failure, watched, attempts, budgetMs, remains } = ended;
  if (failure === null || watched.cancelled === 'abort' || run.signal?.aborted) {
    return new Interrupted(step, { remains, cause: failure?.error });
  }
  if (isAboutLocks(failure.error) || (sqlStateOf(failure.error) === '57014' && watched.cancelled === 'locks')) {
    return new LockBudgetExceeded(step, { blockers: watched.blockers, attempts, budgetMs, remains, cause: failure.error });
  }
  return await stepFailure(run, compiled, failure, remains);
}
