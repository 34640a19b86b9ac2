import { readSql, sqlStateOf } from '@godwit/postgres';
import { LedgerNotWritable } from '../ledger/ledger-errors.ts';
import type { Step } from '../plan/step.ts';
import { beginSql, noteBegun, rollBack } from './begin-step.ts';
import { DEFAULT_LOCK_TIMEOUT_MS } from './execute-settings.ts';
import { LedgerWriteFailed } from './execution-errors.ts';
import { isAboutLocks } from './is-about-locks.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import { hasLostPrepared } from './prepared-statements.ts';
import type { Run } from './run.ts';
import type { BodyFailure } from './send-body.ts';
import { sendScript } from './send-script.ts';
import { settleLostCommit } from './settle-lost-commit.ts';

interface Closing {
  readonly step: Step;
  /** What the ledger gets, as `ledgerWrites` words it. */
  readonly writes: string;
  /** The step after it, which is begun in the same message: a round trip less. */
  readonly next: Step | null;
  /** Finds out what became of a COMMIT whose answer was lost: the ledger's list of revisions tells, unless it is about something else. */
  readonly settle?: (cause: unknown) => Promise<void>;
}

/**
 * Writes the ledger and commits, in one round trip. When the connection breaks meanwhile, another one finds out what became of it.
 *
 * @returns what failed when it is worth another try, rolled back (a lock on the ledger's own tables, prepared statements that are gone); else null
 * @throws ConnectionLost, LedgerWriteFailed, LedgerNotWritable: then nothing of the step stays
 */
export async function closeStep(run: Run, { step, writes, next, settle }: Closing): Promise<BodyFailure | null> {
  const { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = run.settings;
  const close = [readSql(import.meta.url, './sql/close-step.sql'), writes, 'commit'];
  // What a body has done to the prepared statements is set right before the next step begins.
  const script = next === null || run.prepared === 'not yet' ? close : [...close, beginSql(run, next, lockTimeoutMs)];
  const end = await sendScript(run.session.client, script.join(';\n'));
  const { commands, error } = end;
  if (commands.includes('COMMIT')) {
    if (script !== close && next !== null) await noteBegun(run, next, end);
    return null;
  }
  if (isConnectionLoss(error)) {
    await (settle === undefined ? settleLostCommit(run, step, error) : settle(error));
    return null;
  }
  await rollBack(run);
  if (isAboutLocks(error) || hasLostPrepared(run, error)) return { error, index: Number.POSITIVE_INFINITY, offset: 0 };
  if (sqlStateOf(error) === '42501') throw new LedgerNotWritable(run.session.client.user ?? 'of this connection', error);
  throw new LedgerWriteFailed(step, error);
}
