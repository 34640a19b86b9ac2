import type { JobResult, JobWithMetadata } from 'pg-boss';
import { describeError } from '../errors/describe-error.ts';
import { isPassing } from './is-passing.ts';
import { backfillOf, becauseOf, VERIFY_QUEUE } from './queues.ts';
import { refuse } from './refuse.ts';
import { runJob } from './run-job.ts';
import type { Serving } from './serving.ts';
import { verifyJob } from './verify-job.ts';

type Job = Pick<JobWithMetadata<unknown>, 'id' | 'name' | 'data' | 'retryCount' | 'retryLimit'>;

/**
 * Does one job and says what pg-boss makes of it: `failed` is tried again, `deadletter` is not. One that is stopped goes back as a job of its own,
 * since that uses up none of its tries.
 */
export async function takeJob(serving: Serving, { id, name, data, retryCount, retryLimit }: Job): Promise<JobResult> {
  const { signal, observer, boss } = serving;
  const backfill = backfillOf(name);
  try {
    const isOver = backfill === null ? await verifyJob(serving).then(() => true) : await runJob(serving, backfill, becauseOf(data));
    if (!isOver) await goBack();
    return { id, status: 'completed' };
  } catch (error) {
    if (signal.aborted) {
      await goBack();
      return { id, status: 'completed' };
    }
    if (!isPassing(error)) {
      await refuse(serving, backfill, error);
      return { id, status: 'deadletter', output: { message: describeError(error), refused: true } };
    }
    observer({ kind: 'failed', backfill, error, tries: retryCount + 1, isLast: retryCount >= retryLimit });
    return { id, status: 'failed', output: { message: describeError(error) } };
  }

  async function goBack(): Promise<void> {
    observer({ kind: 'wentBack', backfill });
    // The queue of the verification has room for one job, and this is it.
    if (name === VERIFY_QUEUE) await boss.complete(name, id);
    await boss.send(name, toObject(data));
  }
}

function toObject(data: unknown): object {
  return typeof data === 'object' && data !== null ? data : {};
}
