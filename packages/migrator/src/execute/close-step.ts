import { readSql, sqlStateOf } from '@godwit/postgres';
import { LedgerNotWritable } from '../ledger/ledger-errors.ts';
import type { Step } from '../plan/step.ts';
import { beginBeforeBodySql, rollBack } from './begin-step.ts';
import type { CompiledStep } from './compiled-step.ts';
import { DEFAULT_LOCK_TIMEOUT_MS } from './execute-settings.ts';
import { LedgerWriteFailed } from './execution-errors.ts';
import { isAboutLocks } from './is-about-locks.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import { hasLostPrepared } from './prepared-statements.ts';
import type { Run } from './run.ts';
import { type BodyFailure, sendBodyAhead } from './send-body.ts';
import { type ScriptEnd, sendScript } from './send-script.ts';
import { settleLostCommit } from './settle-lost-commit.ts';

interface Closing {
  readonly step: Step;
  /** What the ledger gets, as `ledgerWrites` words it. */
  readonly writes: string;
  /** The step after it: the server goes on with it while we hear how this one ended. */
  readonly next: CompiledStep | null;
  /** Finds out what became of a COMMIT whose answer was lost: the ledger's list of revisions tells, unless it is about something else. */
  readonly settle?: (cause: unknown) => Promise<void>;
}

/**
 * Writes the ledger and commits, in one round trip, and begins the next step in the same one. When the connection breaks meanwhile, another
 * one finds out what became of it.
 *
 * @returns what failed when it is worth another try, rolled back (a lock on the ledger's own tables, prepared statements that are gone); else null
 * @throws ConnectionLost, LedgerWriteFailed, LedgerNotWritable: then nothing of the step stays
 */
export async function closeStep(run: Run, { step, writes, next, settle }: Closing): Promise<BodyFailure | null> {
  const close = [readSql(import.meta.url, './sql/close-step.sql'), writes, 'commit'].join(';\n');
  const { commands, error } =
    next !== null && canSendAhead(run, next) ? await closeAndGoOn(run, close, next) : await sendScript(run.session.client, close);
  if (commands.includes('COMMIT')) return null;
  if (isConnectionLoss(error)) {
    await (settle === undefined ? settleLostCommit(run, step, error) : settle(error));
    return null;
  }
  await rollBack(run);
  if (isAboutLocks(error) || hasLostPrepared(run, error)) return { error, index: Number.POSITIVE_INFINITY, offset: 0 };
  if (sqlStateOf(error) === '42501') throw new LedgerNotWritable(run.session.client.user ?? 'of this connection', error);
  throw new LedgerWriteFailed(step, error);
}

/**
 * Whether the next body may be sent before we have heard of this end. Not to the embedded server, which would answer nobody else; not when
 * somebody wants to see each statement; not when the session has to be prepared again first.
 */
function canSendAhead({ settings, session, prepared, signal }: Run, { step }: CompiledStep): boolean {
  return step.transactional && !settings.verbose && !session.singleBackend && prepared !== 'not yet' && signal?.aborted !== true;
}

/** @returns how the first of two messages ended: this step's end, and the beginning of the next */
async function closeAndGoOn(run: Run, close: string, next: CompiledStep): Promise<ScriptEnd> {
  const { lockTimeoutMs = DEFAULT_LOCK_TIMEOUT_MS } = run.settings;
  const first = `${close};\n${beginBeforeBodySql(run, next.step, lockTimeoutMs)}`;
  const { beginning, body } = sendBodyAhead(run, next, first);
  const end = await beginning;
  if (end.error === null) {
    run.begun = { step: next.step, body };
    return end;
  }
  // Its body was refused as well. When it was the beginning that failed, the step begins again by itself, and says why.
  await body.end;
  if (end.commands.includes('COMMIT')) await rollBack(run);
  return end;
}
