import type { PgBoss } from 'pg-boss';
import type { Backfill } from '../definition/backfill.ts';
import type { Schedule } from '../definition/schedule.ts';
import { ScheduleUnusable } from '../errors/serve-errors.ts';
import type { ServePace } from './pace.ts';
import { backfillOf, jobData, prepareQueue, queueOf, VERIFY_QUEUE } from './queues.ts';

export interface SyncOptions {
  readonly boss: PgBoss;
  readonly backfills: readonly Backfill[];
  /** Null for no verification. */
  readonly verifyAt: Schedule | null;
  readonly pace: ServePace;
}

/**
 * Makes the queues, and the schedules in the database those of the definitions: what is defined no longer is taken away.
 *
 * @returns the backfills whose schedules were taken away
 * @throws ScheduleUnusable, NameNotForQueue
 */
export async function syncSchedules({ boss, backfills, verifyAt, pace }: SyncOptions): Promise<readonly string[]> {
  for (const queue of [...backfills.map(({ name }) => queueOf(name)), VERIFY_QUEUE]) await prepareQueue(boss, queue, pace);
  const scheduled = new Set(backfills.filter(({ definition }) => definition.schedule !== null).map(({ name }) => name));
  const gone: string[] = [];
  for (const { name } of await boss.getSchedules()) {
    const backfill = backfillOf(name);
    if (backfill === null || scheduled.has(backfill)) continue;
    await boss.unschedule(name);
    gone.push(backfill);
  }
  for (const { name, definition } of backfills)
    if (definition.schedule !== null) await setSchedule(boss, queueOf(name), name, definition.schedule);
  if (verifyAt === null) await boss.unschedule(VERIFY_QUEUE);
  else await setSchedule(boss, VERIFY_QUEUE, 'the verification', verifyAt);
  return gone;
}

async function setSchedule(boss: PgBoss, queue: string, subject: string, { cron, timezone }: Schedule): Promise<void> {
  try {
    await boss.schedule(queue, cron, jobData('schedule'), { tz: timezone });
  } catch (error) {
    // What the server says has words of its own.
    if (error instanceof Error && 'code' in error) throw error;
    throw new ScheduleUnusable(subject, cron, error);
  }
}
