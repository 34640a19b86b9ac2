import { type Client, readSql } from '@godwit/postgres';

/** A line of `godwit.event`: what `godwit log` lists. */
export async function recordEvent(
  client: Client,
  action: string,
  detail: Readonly<Record<string, unknown>>,
  outcome: 'ok' | 'failed' = 'ok',
) {
  await client.query(readSql(import.meta.url, './sql/record-event.sql'), [action, outcome, detail]);
}
