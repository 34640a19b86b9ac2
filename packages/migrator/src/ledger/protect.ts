import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';

/**
 * Marks the database as production: commands that erase or experiment refuse it from then on, from any machine. Repeating it changes nothing.
 * The ledger must exist (`ensureLedger`).
 */
export async function protect(client: Client): Promise<void> {
  await write(client, 'protect');
}

/** Takes the mark away. */
export async function unprotect(client: Client): Promise<void> {
  await write(client, 'unprotect');
}

async function write(client: Client, name: 'protect' | 'unprotect'): Promise<void> {
  await client.query(['own-names', name].map((file) => readSql(import.meta.url, `./sql/${file}.sql`)).join(';\n'));
}
