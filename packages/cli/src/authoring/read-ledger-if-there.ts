import { type Ledger, readLedger } from '@godwit/migrator';
import { type DatabaseSettings, withClient } from '@godwit/postgres';

/** What only looks should not wait long for a server that is not there. */
const CONNECT_TIMEOUT_MS = 2_000;

/** The ledger of a database that may be asked, and need not answer: null then. */
export async function readLedgerIfThere(settings: DatabaseSettings): Promise<Ledger | null> {
  try {
    return await withClient({ ...settings, connectTimeoutMs: CONNECT_TIMEOUT_MS }, readLedger);
  } catch {
    return null;
  }
}
