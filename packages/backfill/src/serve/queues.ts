import type { PgBoss } from 'pg-boss';
import * as v from 'valibot';
import { NameNotForQueue } from '../errors/serve-errors.ts';
import type { ServePace } from './pace.ts';

/** Our queues among those that an application may have in the same schema. */
const PREFIX = 'godwit/';

/** The one queue of the nightly verification. */
export const VERIFY_QUEUE = 'godwit-verify';

const QUEUE_NAME = /^[\w.-]+$/;

/** pg-boss gives no job longer than a day; ours end sooner and go on in another one. */
const LONGEST_JOB_SECONDS = 86_400;

/** With delays that double from five seconds to ten minutes this is most of an hour; before that the engine has had ten minutes of patience of its own. */
const RETRIES = 10;

const LONGEST_DELAY_SECONDS = 600;

/** Why a backfill is run: somebody queued it, it is its time, or verification found something that work has to mend. */
const Because = v.picklist(['queued', 'schedule', 'verification']);

export type Because = v.InferOutput<typeof Because>;

const JobData = v.object({ because: Because });

/** What a job holds. One that says nothing was sent by hand. */
export function becauseOf(data: unknown): Because {
  const parsed = v.safeParse(JobData, data);
  return parsed.success ? parsed.output.because : 'queued';
}

export function jobData(because: Because): v.InferOutput<typeof JobData> {
  return { because };
}

/** The queue of a backfill. @throws NameNotForQueue */
export function queueOf(backfill: string): string {
  if (!QUEUE_NAME.test(backfill)) throw new NameNotForQueue(backfill);
  return `${PREFIX}${backfill}`;
}

/** The backfill of a queue; null when it is none of ours. */
export function backfillOf(queue: string): string | null {
  return queue.startsWith(PREFIX) ? queue.slice(PREFIX.length) : null;
}

/** Makes a queue unless it is there. Of its jobs one is worked on at a time, on all machines together. */
export async function makeQueue(boss: PgBoss, queue: string): Promise<void> {
  await boss.createQueue(queue, { policy: queue === VERIFY_QUEUE ? 'exclusive' : 'singleton' });
}

/** The same for whoever serves: with how long a job may be silent, and how often it is tried. */
export async function prepareQueue(boss: PgBoss, queue: string, pace: ServePace): Promise<void> {
  await makeQueue(boss, queue);
  await boss.updateQueue(queue, {
    expireInSeconds: LONGEST_JOB_SECONDS,
    heartbeatSeconds: pace.heartbeat,
    retryLimit: RETRIES,
    retryDelay: pace.retryDelay,
    retryBackoff: true,
    retryDelayMax: LONGEST_DELAY_SECONDS,
  });
}
