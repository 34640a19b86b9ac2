import { readSql } from '@godwit/postgres';
import type { Step } from '../../plan/step.ts';
import { rollBack } from '../begin-step.ts';
import { closeStep } from '../close-step.ts';
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
  await closeStep(run, step, writes);
  return true;
}
