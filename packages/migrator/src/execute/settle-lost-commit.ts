import type { Client } from 'pg';
import { readLedger } from '../ledger/read-ledger.ts';
import type { Step } from '../plan/step.ts';
import { beginStep, rollBack } from './begin-step.ts';
import { DEFAULT_LOCK_TIMEOUT_MS, DEFAULT_PATIENCE_MS } from './execute-settings.ts';
import { CommitUnknown, ConnectionLost } from './execution-errors.ts';
import { pause, startPatience } from './patience.ts';
import type { Run } from './run.ts';
import { openSession } from './session.ts';
import { waitForLedger } from './wait-for-ledger.ts';

const RETRY_MS = 250;

/**
 * Finds out whether a COMMIT arrived whose answer did not. The old session may still be about to commit: taking the ledger's lock waits
 * for it to end, and only then is the ledger read. The run goes on with the new connection.
 *
 * @returns when the step is applied
 * @throws ConnectionLost when it is not; CommitUnknown when the server is not to be reached again
 */
export async function settleLostCommit(run: Run, step: Step, cause: unknown): Promise<void> {
  const client = await reconnect(run, step, cause);
  run.session = await openSession(client);
  run.prepared = 'not yet';
  run.opened.push(client);
  run.observer({ kind: 'reconnected' });
  if (await waitForLedger(run, step, () => beginStep(run, step, run.settings.lockTimeoutMs ?? DEFAULT_LOCK_TIMEOUT_MS))) {
    await rollBack(run);
    throw new ConnectionLost(step, cause);
  }
  const { applied } = await readLedger(client);
  // Another run may have gone on meanwhile, from here or from there.
  const done = applied.some(({ hash }) => hash === step.hash) === (step.direction === 'up');
  if (!done) throw new ConnectionLost(step, cause);
}

async function reconnect(run: Run, step: Step, cause: unknown): Promise<Client> {
  const patience = startPatience(run.settings.patienceMs ?? DEFAULT_PATIENCE_MS);
  for (;;) {
    try {
      return await run.connect();
    } catch (error) {
      if (patience.isOver() || run.signal?.aborted) throw new CommitUnknown(step, error ?? cause);
      await pause(RETRY_MS, run.signal);
    }
  }
}
