import { readSql, sqlStateOf } from '@godwit/postgres';
import { LedgerNotWritable } from '../ledger/ledger-errors.ts';
import type { Step } from '../plan/step.ts';
import { rollBack } from './begin-step.ts';
import { LedgerWriteFailed } from './execution-errors.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import type { Run } from './run.ts';
import { settleLostCommit } from './settle-lost-commit.ts';

/**
 * Writes the ledger and commits, in one round trip. When the connection breaks meanwhile, another one finds out what became of it.
 *
 * @param writes what the ledger gets, as `ledgerWrites` words it
 * @throws ConnectionLost, LedgerWriteFailed, LedgerNotWritable: then nothing of the step stays
 */
export async function closeStep(run: Run, step: Step, writes: string): Promise<void> {
  const script = [readSql(import.meta.url, './sql/close-step.sql'), writes, 'commit'].join(';\n');
  try {
    await run.session.client.query(script);
  } catch (error) {
    if (isConnectionLoss(error)) return await settleLostCommit(run, step, error);
    await rollBack(run);
    if (sqlStateOf(error) === '42501') throw new LedgerNotWritable(run.session.client.user ?? 'of this connection', error);
    throw new LedgerWriteFailed(step, error);
  }
}
