import { readSql, sqlStateOf } from '@godwit/postgres';
import { LedgerNotWritable } from '../ledger/ledger-errors.ts';
import type { Step } from '../plan/step.ts';
import { rollBack } from './begin-step.ts';
import { LedgerWriteFailed } from './execution-errors.ts';
import { isAboutLocks } from './is-about-locks.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import type { Run } from './run.ts';
import type { BodyFailure } from './send-body.ts';
import { settleLostCommit } from './settle-lost-commit.ts';

/**
 * Writes the ledger and commits, in one round trip. When the connection breaks meanwhile, another one finds out what became of it.
 *
 * @param writes what the ledger gets, as `ledgerWrites` words it
 * @returns the failure when a lock on the ledger's own tables was not to be had: rolled back, worth another try; else null
 * @throws ConnectionLost, LedgerWriteFailed, LedgerNotWritable: then nothing of the step stays
 */
export async function closeStep(run: Run, step: Step, writes: string): Promise<BodyFailure | null> {
  const script = [readSql(import.meta.url, './sql/close-step.sql'), writes, 'commit'].join(';\n');
  try {
    await run.session.client.query(script);
    return null;
  } catch (error) {
    if (isConnectionLoss(error)) {
      await settleLostCommit(run, step, error);
      return null;
    }
    await rollBack(run);
    if (isAboutLocks(error)) return { error, index: Number.POSITIVE_INFINITY, offset: 0 };
    if (sqlStateOf(error) === '42501') throw new LedgerNotWritable(run.session.client.user ?? 'of this connection', error);
    throw new LedgerWriteFailed(step, error);
  }
}
