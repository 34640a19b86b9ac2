import type { Step } from '../plan/step.ts';
import type { Beginning } from './begin-step.ts';
import { DEFAULT_PATIENCE_MS } from './execute-settings.ts';
import { Interrupted, OtherRunBusy } from './execution-errors.ts';
import { ledgerHolders } from './lock-waits.ts';
import { startPatience } from './patience.ts';
import type { Run } from './run.ts';
import { settleUnfinished } from './standalone/settle-unfinished.ts';
import { tellWaiting } from './tell-waiting.ts';

/**
 * Begins a step as soon as no other run is at work: one in a transaction holds the ledger's table (each try waits for lock_timeout, in the
 * server, without a snapshot), one outside a transaction has its row in the journal.
 *
 * @returns false when the ledger does not stand where the step expects it
 * @throws OtherRunBusy when patience is over, Interrupted, UnfinishedStep
 */
export async function waitForLedger(run: Run, step: Step, begin: () => Promise<Beginning>): Promise<boolean> {
  const { patienceMs = DEFAULT_PATIENCE_MS } = run.settings;
  const patience = startPatience(patienceMs);
  const tell = tellWaiting(run.observer, 'table lock', patience);
  for (;;) {
    if (run.signal?.aborted) throw new Interrupted(step);
    const beginning = await begin();
    if (beginning === 'begun') return true;
    if (beginning === 'moved') return false;
    if (beginning === 'unfinished') {
      await settleUnfinished(run, step);
      continue;
    }
    const holders = await ledgerHolders(run.session.client);
    tell(holders);
    if (patience.isOver()) throw new OtherRunBusy(step, { holders, waitedMs: patience.elapsedMs() });
  }
}
