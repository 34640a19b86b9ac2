import type { Client } from '@godwit/postgres';
import { RevisionOutOfReach } from '../errors/run-errors.ts';
import { verifyBackfill } from '../finish/verify-backfill.ts';
import { latestProgress, type Progress } from '../run/read-progress.ts';
import { recordEvent } from '../run/record-event.ts';
import { isPassing } from './is-passing.ts';
import { jobData, queueOf } from './queues.ts';
import { refuse } from './refuse.ts';
import type { Serving } from './serving.ts';

/** Verifies every backfill that is done. What is wrong, or remains, is noted, and a run that mends it is queued. */
export async function verifyJob(serving: Serving): Promise<void> {
  const { connect, backfills, signal } = serving;
  const client = await connect();
  try {
    const names = new Set(backfills.map(({ name }) => name));
    const done = (await latestProgress(client)).filter(({ name, state }) => state === 'done' && names.has(name));
    for (const progress of done) {
      signal.throwIfAborted();
      await verifyOne(serving, client, progress).catch(async (error: unknown) => {
        if (signal.aborted || isPassing(error)) throw error;
        await refuse(serving, progress.name, error);
      });
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function verifyOne({ boss, open, signal, observer }: Serving, client: Client, { id, name }: Progress): Promise<void> {
  const opened = await open(client, name).catch((error: unknown) => {
    // What it read is there no more: nothing is left to compare.
    if (error instanceof RevisionOutOfReach) return null;
    throw error;
  });
  if (opened === null) return;
  const verification = await verifyBackfill({ client, ...opened, runId: id, signal, observer: () => undefined });
  const { rows, wrongRows, remaining, wrong } = verification;
  const isRight = wrongRows + remaining.length === 0;
  const detail = { backfill: name, run: String(id), rows, wrong: wrongRows, remaining: remaining.length };
  await recordEvent(
    client,
    'backfill verify',
    isRight ? detail : { ...detail, first: wrong[0] ?? { key: remaining[0] } },
    isRight ? 'ok' : 'failed',
  );
  observer({ kind: 'verified', backfill: name, verification });
  if (!isRight) await boss.send(queueOf(name), jobData('verification'));
}
