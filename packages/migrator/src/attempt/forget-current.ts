import type { Client } from 'pg';
import { forgetCurrentSql } from './attempt-writes.ts';

/** Takes the text that graphile-migrate has applied out of its table. What it did stays: graphile-migrate knows no way back. */
export async function forgetCurrent(client: Client): Promise<void> {
  await client.query(forgetCurrentSql());
}
