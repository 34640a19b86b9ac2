import type { Run } from '../execute/run.ts';
import { type RunOptions, withRun } from '../execute/with-run.ts';
import { installedTables } from '../ledger/installed-tables.ts';
import { ledgerHead } from '../ledger/ledger.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { UndoUnknown } from './attempt-errors.ts';
import { runAttemptIn } from './run-attempt.ts';
import { readAttempt, undoSql } from './stored-attempt.ts';

/**
 * Takes back what watch has applied, by the way back that the ledger keeps, so that the database stands at a revision again. Does nothing
 * where nothing is applied, and leaves a text of graphile-migrate's, which has no way back.
 *
 * @returns whether there was something to take back
 * @throws UndoUnknown when the ledger does not know the way back yet; what `runAttempt` throws
 */
export async function undoStored(options: RunOptions): Promise<boolean> {
  return await withRun(options, undoStoredIn);
}

/** The same in a run that has begun: before its first step. */
export async function undoStoredIn(run: Run): Promise<boolean> {
  const { client } = run.session;
  const tables = await installedTables(client);
  const attempt = tables.attempt ? await readAttempt(client) : null;
  if (attempt === null) return false;
  const ledger = await readLedger(client);
  if (attempt.undo === null || ledger.attempt?.complete === false) throw new UndoUnknown();
  const ending = await runAttemptIn(run, {
    expectedHead: ledgerHead(ledger)?.hash ?? null,
    previous: { id: attempt.id, undo: undoSql(attempt.undo) },
    next: null,
  });
  // Somebody else has done something meanwhile: taken it back, saved another text.
  return ending === 'done' || (await undoStoredIn(run));
}
