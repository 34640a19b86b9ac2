import type { ExecuteOptions } from '../execute.ts';
import type { Run } from '../run.ts';
import { withRun } from '../with-run.ts';
import type { JournalEntry } from './journal.ts';
import { repair, settle } from './repair.ts';
import { settleUnfinished } from './settle-unfinished.ts';

export interface RepairOptions extends Pick<ExecuteOptions, 'client' | 'connect' | 'settings' | 'observer' | 'signal' | 'origin'> {
  /** What a person has found: the statement had its effect, or had none. Null: what can be recognised. */
  readonly verdict: 'applied' | 'not applied' | null;
}

export interface Repaired {
  /** `000003-add-ratings`. */
  readonly name: string;
  readonly direction: 'up' | 'down';
  /** `done`: the ledger says so now. `repeat`: the next upgrade or downgrade runs it. */
  readonly outcome: 'done' | 'repeat';
  /** What was done for that, as SQL. */
  readonly actions: readonly string[];
}

/**
 * Settles a step outside a transaction whose run died: `godwit repair`. Waits for a session that is still at it.
 *
 * @returns null when there is none
 * @throws StepUnfinished when only a person can tell, and has not; OtherRunBusy, LockUnavailable
 */
export async function repairUnfinished(options: RepairOptions): Promise<Repaired | null> {
  const { verdict } = options;
  let repaired: Repaired | null = null;
  await withRun(options, (run) =>
    settleUnfinished(run, null, async (current, entry) => {
      const { outcome, actions } = verdict === null ? await repair(current, entry) : await obey(current, entry, verdict);
      repaired = { name: entry.record.name, direction: entry.direction, outcome, actions };
    }),
  );
  return repaired;
}

async function obey(run: Run, entry: JournalEntry, verdict: 'applied' | 'not applied'): Promise<Pick<Repaired, 'outcome' | 'actions'>> {
  const outcome = verdict === 'applied' ? 'done' : 'repeat';
  await settle(run, entry, { outcome, actions: [] });
  return { outcome, actions: [] };
}
