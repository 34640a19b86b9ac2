import { readLedger } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';

/** Whether there are tables of runs to read: a database where none was ever begun need not have them. */
export async function hasBackfillLedger(client: Client): Promise<boolean> {
  const { version } = await readLedger(client);
  return version !== null && version.minor >= 2;
}
