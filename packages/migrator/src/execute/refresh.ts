import { sqlStateOf } from '@godwit/postgres';
import { ensureLedger } from '../ledger/ensure-ledger.ts';
import { LedgerNotCreatable, LedgerNotWritable, ServerReadOnly } from '../ledger/ledger-errors.ts';
import { refreshSql } from '../ledger/ledger-writes.ts';
import type { Plan } from '../plan/step.ts';
import type { Run } from './run.ts';

/** The role may not, or the server takes no writes. */
const REFUSED = new Set(['42501', '25006']);

/**
 * Brings the ledger's knowledge of applied revisions up to the disk's, in one transaction of its own. When there is nothing else to do, a
 * role that may not write is no reason to fail: the knowledge is wanted for a downgrade, not now.
 */
export async function writeRefreshes(run: Run, { refreshes, steps }: Plan): Promise<void> {
  if (refreshes.length === 0) return;
  const { client } = run.session;
  try {
    // Graphile-migrate alone was here: there is no place for it yet.
    if (steps.length === 0) await ensureLedger(client);
    await client.query(refreshes.map(refreshSql).join(';\n'));
  } catch (error) {
    if (steps.length === 0 && (error instanceof LedgerNotCreatable || error instanceof ServerReadOnly)) return;
    if (!REFUSED.has(sqlStateOf(error) ?? '')) throw error;
    if (steps.length > 0) throw new LedgerNotWritable(client.user ?? 'of this connection', error);
  }
}
