import { applyPlaceholders } from '@godwit/history';
import { readSql } from '@godwit/postgres';
import { eventSql, ledgerWrites } from '../../ledger/ledger-writes.ts';
import { readLedger } from '../../ledger/read-ledger.ts';
import { DEFAULT_PATIENCE_MS } from '../execute-settings.ts';
import { StepUnfinished } from '../execution-errors.ts';
import type { Run } from '../run.ts';
import { watchStatement } from '../watch-statement.ts';
import { type CleanUp, cleanUp } from './clean-up.ts';
import { inStepSession } from './in-step-session.ts';
import { abandonStep, type JournalEntry, releaseStep } from './journal.ts';
import { standaloneWork } from './standalone-work.ts';

export interface Settled extends CleanUp {
  readonly outcome: 'done' | 'repeat';
}

/**
 * Settles a crashed step that has been taken over: cleans up so that it can be repeated, or enters it in the ledger when it had its effect.
 *
 * @throws StepUnfinished when only a person can tell
 */
export async function repair(run: Run, entry: JournalEntry): Promise<Settled> {
  const { outcome, actions } = await findOut(run, entry);
  if (outcome === 'unknown') {
    await abandonStep(run);
    throw new StepUnfinished(entry);
  }
  await settle(run, entry, { outcome, actions });
  run.observer({ kind: 'repaired', name: entry.record.name, outcome, actions });
  return { outcome, actions };
}

/** Removes the entry, with the ledger saying that the step is done, or not. */
export async function settle(run: Run, entry: JournalEntry, verdict: Settled): Promise<void> {
  const { record, previousHash, direction, above } = entry;
  const { actor } = run.settings;
  const done = verdict.outcome === 'done' && !(await isInLedger(run, entry));
  const detail = { direction, verdict: verdict.outcome, actions: verdict.actions };
  const event = eventSql({ action: 'repair', hash: record.hash, name: record.name, outcome: 'ok', durationMs: 0, actor, detail });
  const writes = done
    ? [ledgerWrites({ direction, record, previousHash, actor, durationMs: null, detail: { repaired: true }, above })]
    : [];
  const { client } = run.session;
  await client.query(readSql(import.meta.url, './sql/begin-entry.sql'));
  try {
    await releaseStep(run);
    await client.query([...writes, event, 'commit'].join(';\n'));
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The run may have died after COMMIT arrived, or graphile-migrate went on from there. */
async function isInLedger(run: Run, { record, direction }: JournalEntry): Promise<boolean> {
  const { applied } = await readLedger(run.session.client);
  return applied.some(({ hash }) => hash === record.hash) === (direction === 'up');
}

async function findOut(run: Run, entry: JournalEntry): Promise<CleanUp> {
  if (await isInLedger(run, entry)) return { outcome: 'done', actions: [] };
  const work = await standaloneWork(applyPlaceholders(entry.statement, run.settings.placeholders));
  const watch = watchStatement(run, { budgetMs: run.settings.patienceMs ?? DEFAULT_PATIENCE_MS });
  try {
    return await inStepSession(run, () => cleanUp(run.session.client, work, entry.indexes));
  } catch (error) {
    await abandonStep(run).catch(() => {});
    throw error;
  } finally {
    await watch.stop();
  }
}
