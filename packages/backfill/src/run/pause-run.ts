import { type Client, readSql } from '@godwit/postgres';
import { recordEvent } from './record-event.ts';

/** The run asks for a person, with the reason: the others see it when they claim their next batch. Nothing when it does not run any more. */
export async function pauseRun(client: Client, runId: bigint, reason: string): Promise<void> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/pause-run.sql'), [runId, reason]);
  if (rows.length > 0) await recordEvent(client, 'backfill pause', { run: String(runId), reason, ...rows[0] }, 'failed');
}
