import type { PgBoss } from 'pg-boss';
import * as v from 'valibot';
import { NameNotForQueue } from '../errors/serve-errors.ts';
import { DEFAULT_PACE, type ServePace } from './pace.ts';

/** Our queues among those that an application may have in the same schema. */
const PREFIX = 'godwit/';

/** The one queue of the nightly verification. */
export const VERIFY_QUEUE = 'godwit-verify';

/** Where jobs of ours end up that have failed for the last time, whoever was at them: pg-boss puts a copy of each there. */
export const GIVEN_UP_QUEUE = 'godwit-given-up';

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

/**
 * Makes a queue unless it is there. Of its jobs one is worked on at a time, on all machines together. A job takes what its queue says when it is
 * sent: how often it is tried, how long it may be silent, and where it goes when it is given up.
 */
export async function makeQueue(boss: PgBoss, queue: string, pace: ServePace = DEFAULT_PACE): Promise<void> {
  await boss.createQueue(GIVEN_UP_QUEUE, trying(pace));
  await boss.createQueue(queue, { policy: queue === VERIFY_QUEUE ? 'exclusive' : 'singleton', ...lasting(pace) });
}

/** The same for whoever serves, also where another version has made the queue. */
export async function prepareQueue(boss: PgBoss, queue: string, pace: ServePace): Promise<void> {
  await makeQueue(boss, queue, pace);
  await boss.updateQueue(queue, lasting(pace));
}

function lasting(pace: ServePace) {
  return { ...trying(pace), expireInSeconds: LONGEST_JOB_SECONDS, heartbeatSeconds: pace.heartbeat, deadLetter: GIVEN_UP_QUEUE };
}

function trying({ retryDelay }: ServePace) {
  return { retryLimit: RETRIES, retryDelay, retryBackoff: true, retryDelayMax: LONGEST_DELAY_SECONDS };
}
