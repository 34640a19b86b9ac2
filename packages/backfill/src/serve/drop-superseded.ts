import type { PgBoss } from 'pg-boss';
import { type Because, becauseOf, queueOf } from './queues.ts';

/**
 * What a job that begins now does for all that were due before it: they need not be worked on any more. One that verification has sent does more than
 * the others, so that only its like stand in for it.
 */
export async function dropSuperseded(boss: PgBoss, backfill: string, because: Because): Promise<void> {
  const queue = queueOf(backfill);
  const now = new Date();
  const waiting = await boss.findJobs(queue, { queued: true });
  const due = waiting.filter(
    ({ startAfter, data }) => startAfter <= now && (because === 'verification' || becauseOf(data) !== 'verification'),
  );
  if (due.length > 0)
    await boss.cancel(
      queue,
      due.map(({ id }) => id),
    );
}
