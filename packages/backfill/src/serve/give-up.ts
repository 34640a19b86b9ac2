import type { JobWithMetadata } from 'pg-boss';
import * as v from 'valibot';
import { recordEvent } from '../run/record-event.ts';
import { backfillOf } from './queues.ts';
import type { Serving } from './serving.ts';

/** What `takeJob` has left behind, in pg-boss's own words where the process of the job was not heard of any more. */
const output = v.union([
  v.object({ message: v.string(), refused: v.optional(v.boolean(), false) }),
  v.pipe(
    v.object({ value: v.object({ message: v.string() }) }),
    v.transform(({ value: { message } }) => ({ message, refused: false })),
  ),
]);

type GivenUpJob = Pick<JobWithMetadata<unknown>, 'output' | 'sourceName' | 'sourceRetryCount'>;

/**
 * Notes that a run is not tried any more: its job has failed, or its process has vanished, for the last time. What was refused is noted already.
 *
 * @throws what `connect` throws: pg-boss gives the job back to us later
 */
export async function giveUp({ connect, observer }: Serving, job: GivenUpJob): Promise<void> {
  const parsed = v.safeParse(output, job.output);
  const { message: reason, refused } = parsed.success ? parsed.output : { message: 'nobody knows why', refused: false };
  if (refused) return;
  const backfill = job.sourceName === null ? null : backfillOf(job.sourceName);
  const tries = (job.sourceRetryCount ?? 0) + 1;
  const next = backfill === null ? 'godwit backfill verify NAME' : `godwit backfill queue ${backfill}`;
  const client = await connect();
  try {
    await recordEvent(client, 'backfill give up', { backfill, tries, reason, next }, 'failed');
  } finally {
    await client.end().catch(() => undefined);
  }
  observer({ kind: 'gaveUp', backfill, tries, reason });
}
