import { once } from 'node:events';
import type { Client } from '@godwit/postgres';
import { giveUp } from './give-up.ts';
import { openBoss } from './open-boss.ts';
import { DEFAULT_PACE } from './pace.ts';
import { announce } from './presence.ts';
import { GIVEN_UP_QUEUE, queueOf, VERIFY_QUEUE } from './queues.ts';
import { requireQueueServer } from './require-queue-server.ts';
import type { ServeOptions, Serving } from './serving.ts';
import { syncSchedules } from './sync-schedules.ts';
import { takeJob } from './take-job.ts';

/**
 * Works on scheduled, queued and retried runs, and on the nightly verification, until the signal is raised and the batches under way have ended. Several
 * processes may do so at the same time: each job is one process's, and goes to another when that one is not heard of any more.
 *
 * @throws QueueMissing, QueueNeedsServer, QueueNotPermitted, TransactionPooler, ScheduleUnusable, NameNotForQueue
 */
export async function serveBackfills(options: ServeOptions): Promise<void> {
  const { connect, backfills, verifyAt, signal, observer, pace = DEFAULT_PACE } = options;
  const client = await connect();
  await requireQueueServer(client, connect).finally(() => client.end());
  const { boss, close } = await openBoss({
    connect: () => connectAnnounced(connect),
    pace,
    onLost: (error) => observer({ kind: 'lost', error }),
    onBack: () => observer({ kind: 'back' }),
    onTrouble: (error) => observer({ kind: 'trouble', error }),
  });
  try {
    const serving: Serving = { ...options, boss };
    const unscheduled = await syncSchedules({ boss, backfills, verifyAt, pace });
    observer({ kind: 'serving', backfills, verifyAt, unscheduled });
    for (const queue of [...backfills.map(({ name }) => queueOf(name)), VERIFY_QUEUE])
      await boss.work(queue, { perJobResults: true, includeMetadata: true, pollingIntervalSeconds: pace.poll }, (jobs) =>
        Promise.all(jobs.map((job) => takeJob(serving, job))),
      );
    await boss.work(GIVEN_UP_QUEUE, { includeMetadata: true, pollingIntervalSeconds: pace.poll }, async (jobs) => {
      for (const job of jobs) await giveUp(serving, job);
    });
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await close();
  }
}

async function connectAnnounced(connect: () => Promise<Client>): Promise<Client> {
  const client = await connect();
  await announce(client);
  return client;
}
