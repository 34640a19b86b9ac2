import type { Client } from '@godwit/postgres';
import { RunIsPaused } from '../errors/serve-errors.ts';
import { latestRun } from '../run/open-run.ts';
import { openBoss } from './open-boss.ts';
import { countServing } from './presence.ts';
import { jobData, makeQueue, queueOf } from './queues.ts';
import { requireQueueServer } from './require-queue-server.ts';

export interface QueueRunOptions {
  readonly client: Client;
  readonly connect: () => Promise<Client>;
  readonly name: string;
  /** Not before; at once when it is null. */
  readonly at: Date | null;
}

export interface Queued {
  /** pg-boss's, in `pgboss.job`. */
  readonly job: string | null;
  /** Processes that serve at the moment. */
  readonly serving: number;
}

/**
 * Asks whoever serves to run a backfill, or go on with it. The job waits when nobody serves.
 *
 * @throws RunIsPaused, QueueMissing, QueueNeedsServer, QueueNotPermitted, TransactionPooler, NameNotForQueue
 */
export async function queueRun({ client, connect, name, at }: QueueRunOptions): Promise<Queued> {
  const queue = queueOf(name);
  await requireQueueServer(client, connect);
  const last = await latestRun(client, name);
  if (last?.state === 'paused') throw new RunIsPaused(name, last.reason);
  const nothing = () => undefined;
  const { boss, close } = await openBoss({ connect, pace: null, onLost: nothing, onBack: nothing, onTrouble: nothing });
  try {
    await makeQueue(boss, queue);
    const job = await boss.send(queue, jobData('queued'), at === null ? {} : { startAfter: at });
    return { job, serving: await countServing(client) };
  } finally {
    await close();
  }
}
