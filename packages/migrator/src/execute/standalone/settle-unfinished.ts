import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { Step } from '../../plan/step.ts';
import type { Blocker } from '../blocker.ts';
import { blockerFromRow, blockerRow } from '../blocker-rows.ts';
import { DEFAULT_PATIENCE_MS } from '../execute-settings.ts';
import { Interrupted, OtherRunBusy } from '../execution-errors.ts';
import { pause, startPatience } from '../patience.ts';
import type { Run } from '../run.ts';
import { tellWaiting } from '../tell-waiting.ts';
import { type JournalEntry, readJournal, takeOver } from './journal.ts';
import { repair } from './repair.ts';

const EVERY_MS = 250;

/** What becomes of an entry that is ours now. */
type Decision = (run: Run, entry: JournalEntry) => Promise<unknown>;

/**
 * Deals with a step outside a transaction that the journal names: waits for a session that is still at it, also one whose client is
 * gone; takes over from one that is not there any more, and repairs.
 *
 * @param step what is to be done next, for the errors; null before the first
 * @throws OtherRunBusy, Interrupted, StepUnfinished
 */
export async function settleUnfinished(run: Run, step: Step | null, decide: Decision = repair): Promise<void> {
  const { patienceMs = DEFAULT_PATIENCE_MS } = run.settings;
  const patience = startPatience(patienceMs);
  const tell = tellWaiting(run.observer, 'another step', patience);
  for (;;) {
    if (run.signal?.aborted) throw new Interrupted(step);
    const entry = await readJournal(run);
    if (entry === null) return;
    if (!entry.alive) {
      if (!(await takeOver(run, entry))) continue;
      await decide(run, entry);
      return;
    }
    const holders = await sessionOf(run, entry.backendPid);
    tell(holders);
    if (patience.isOver()) throw new OtherRunBusy(step, { holders, waitedMs: patience.elapsedMs() });
    await pause(EVERY_MS, run.signal);
  }
}

async function sessionOf(run: Run, pid: number): Promise<readonly Blocker[]> {
  const { rows } = await run.session.client.query(readSql(import.meta.url, './sql/session-of-pid.sql'), [pid]);
  return v.parse(v.array(blockerRow), rows).map(blockerFromRow);
}
