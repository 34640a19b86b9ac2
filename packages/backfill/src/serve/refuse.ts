import { describeError } from '../errors/describe-error.ts';
import { recordEvent } from '../run/record-event.ts';
import type { Serving } from './serving.ts';

/** Leaves a job that time would not mend, and notes why. */
export async function refuse({ connect, observer }: Serving, backfill: string | null, error: unknown): Promise<void> {
  observer({ kind: 'refused', backfill, error });
  const client = await connect();
  try {
    await recordEvent(client, 'backfill refuse', { backfill, reason: describeError(error) }, 'failed');
  } finally {
    await client.end().catch(() => undefined);
  }
}
