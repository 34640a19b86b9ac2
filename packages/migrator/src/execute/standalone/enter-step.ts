import { readSql } from '@godwit/postgres';
import type { Step } from '../../plan/step.ts';
import { rollBack } from '../begin-step.ts';
import { closeStep } from '../close-step.ts';
import { LedgerWriteFailed } from '../execution-errors.ts';
import { isConnectionLoss } from '../is-connection-loss.ts';
import type { Run } from '../run.ts';
import { settleLostCommit } from '../settle-lost-commit.ts';
import { releaseStep } from './journal.ts';

/**
 * Takes a step out of the journal and writes the ledger, in one transaction.
 *
 * @returns false when somebody else has settled the step meanwhile (`godwit repair`)
 */
export async function enterStep(run: Run, step: Step, writes: string): Promise<boolean> {
  try {
    await run.session.client.query(readSql(import.meta.url, './sql/begin-entry.sql'));
    if (!(await releaseStep(run))) {
      await rollBack(run);
      return false;
    }
  } catch (error) {
    if (!isConnectionLoss(error)) throw error;
    await settleLostCommit(run, step, error);
    return true;
  }
  const failure = await closeStep(run, { step, writes, next: null });
  // Its entry in the journal is there again: the next run finds the step done, and enters it.
  if (failure !== null) throw new LedgerWriteFailed(step, failure.error);
  return true;
}
