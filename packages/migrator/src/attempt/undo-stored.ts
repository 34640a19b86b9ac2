import type { RunOptions } from '../execute/with-run.ts';
import { type Ledger, ledgerHead } from '../ledger/ledger.ts';
import { UndoUnknown } from './attempt-errors.ts';
import { runAttempt } from './run-attempt.ts';
import { readAttempt, undoSql } from './stored-attempt.ts';

/**
 * Takes back what watch has applied, by the way back that the ledger keeps, so that the database stands at a revision again. Does nothing
 * where nothing is applied, and leaves a text of graphile-migrate's, which has no way back.
 *
 * @returns whether there was something to take back
 * @throws UndoUnknown when the ledger does not know the way back yet; what `runAttempt` throws
 */
export async function undoStored(options: RunOptions, ledger: Pick<Ledger, 'applied' | 'attempt'>): Promise<boolean> {
  if (ledger.attempt === null) return false;
  const attempt = await readAttempt(options.client);
  if (attempt === null) return false;
  if (attempt.undo === null) throw new UndoUnknown();
  const ending = await runAttempt(options, {
    expectedHead: ledgerHead(ledger)?.hash ?? null,
    previous: { id: attempt.id, undo: undoSql(attempt.undo) },
    next: null,
  });
  return ending === 'done';
}
