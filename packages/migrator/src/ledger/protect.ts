import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';

/**
 * Marks the database as production: commands that erase or experiment refuse it from then on, from any machine. Repeating it changes nothing.
 * The ledger must exist (`ensureLedger`).
 */
export async function protect(client: Client): Promise<void> {
  await client.query(readSql(import.meta.url, './sql/protect.sql'));
}

/** Takes the mark away. */
export async function unprotect(client: Client): Promise<void> {
  await client.query(readSql(import.meta.url, './sql/unprotect.sql'));
}
