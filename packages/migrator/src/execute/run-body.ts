import { sqlStateOf } from '@godwit/postgres';
import { rollBack } from './begin-step.ts';
import type { CompiledStep } from './compiled-step.ts';
import { Interrupted, TransactionEnded } from './execution-errors.ts';
import { isAboutLocks } from './is-about-locks.ts';
import { mindPrepared } from './prepared-statements.ts';
import type { FailedTry } from './retry-for-locks.ts';
import type { Run } from './run.ts';
import { sendBody } from './send-body.ts';
import { type Watched, watchStatement } from './watch-statement.ts';

/** An author who sets it has chosen how long each wait may be; the budget stands back. */
const SETS_LOCK_TIMEOUT = /\block_timeout\b/i;

/** The body is done, and its transaction open. */
export interface BodyDone {
  readonly kind: 'done';
  readonly watched: Watched;
}

/**
 * Runs a body in the transaction that is open, watched for what it waits for.
 *
 * @param budgetMs for all its lock waits
 * @returns done, or why not; then the transaction has been rolled back
 * @throws TransactionEnded, Interrupted
 */
export async function runBody(run: Run, compiled: CompiledStep, budgetMs: number): Promise<BodyDone | FailedTry> {
  const { step, sql } = compiled;
  const watch = watchStatement(run, { budgetMs: SETS_LOCK_TIMEOUT.test(sql) ? null : budgetMs });
  const failure = await sendBody(run, compiled);
  const watched = await watch.stop();
  if (failure !== null) {
    await rollBack(run);
    const cancelledForLocks = sqlStateOf(failure.error) === '57014' && watched.cancelled === 'locks';
    return { kind: 'failed', compiled, failure, watched, again: isAboutLocks(failure.error) || cancelledForLocks };
  }
  if (run.session.client.getTransactionStatus() !== 'T') throw new TransactionEnded(step);
  if (run.signal?.aborted) {
    await rollBack(run);
    throw new Interrupted(step);
  }
  mindPrepared(run, sql);
  return { kind: 'done', watched };
}
