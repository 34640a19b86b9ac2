import { readServerError, readSql, sqlStateOf } from '@godwit/postgres';
import { LedgerNotWritable, ServerReadOnly } from '../ledger/ledger-errors.ts';
import type { Step } from '../plan/step.ts';
import { ConnectionLost, SettingsRefused } from './execution-errors.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import { checkStepSql, deallocateSql, hasLostPrepared, prepareSql } from './prepared-statements.ts';
import type { Run } from './run.ts';
import { type ScriptEnd, sendScript } from './send-script.ts';
import { knownSessionSql, stepSettingsSql } from './session.ts';

/** `begun`: the transaction is open and holds the ledger. Otherwise it has been rolled back. */
export type Beginning = 'begun' | 'moved' | 'unfinished' | 'busy';

/**
 * Opens a step's transaction in one round trip: a known session, the lock on the ledger, then the check that the ledger stands where the
 * plan says. The lock is what keeps two runs from applying one revision twice. No round trip when the step before has begun it.
 *
 * @param lockTimeoutMs for each lock, the server's own limit; the budget for their sum is kept by `watchStatement`
 * @throws LedgerNotWritable, ServerReadOnly, SettingsRefused, ConnectionLost
 */
export async function beginStep(run: Run, step: Step, lockTimeoutMs: number): Promise<Beginning> {
  if (run.begun === step) {
    run.begun = null;
    return 'begun';
  }
  if (run.prepared === 'not yet') await prepare(run, lockTimeoutMs);
  const end = await sendScript(run.session.client, beginSql(run, step, lockTimeoutMs));
  if (end.error === null) return await judge(run, end);
  await rollBack(run);
  if (sqlStateOf(end.error) === '55P03') return 'busy';
  if (hasLostPrepared(run, end.error)) return await beginStep(run, step, lockTimeoutMs);
  throw explain(run, step, end.error);
}

/**
 * By itself, since to prepare an INSERT takes a lock, which within the step would be held while its body runs. When that fails, the
 * statements go as literals: they take longer, and say what is wrong in their place.
 */
async function prepare(run: Run, lockTimeoutMs: number): Promise<void> {
  const { session } = run;
  const script = [knownSessionSql(session), lockTimeoutSql(lockTimeoutMs), prepareSql()];
  const { error } = await sendScript(session.client, script.join(';\n'));
  run.prepared = error === null ? 'done' : 'never';
}

export function lockTimeoutSql(ms: number): string {
  return `set local lock_timeout to ${Math.max(1, Math.ceil(ms))}`;
}

/** What is sent to begin a step. */
export function beginSql(run: Run, step: Step, lockTimeoutMs: number): string {
  const { session, settings } = run;
  const script = [
    'begin isolation level read committed read write',
    knownSessionSql(session),
    lockTimeoutSql(lockTimeoutMs),
    readSql(import.meta.url, './sql/lock-ledger.sql'),
    run.prepared === 'never' ? deallocateSql() : null,
    checkStepSql(run, step),
    stepSettingsSql(settings),
  ];
  return script.filter((part) => part !== null).join(';\n');
}

/** The check's row is the first. */
async function judge(run: Run, { rows }: ScriptEnd): Promise<Beginning> {
  const [expected, unfinished] = rows[0] ?? [];
  if (expected === 't' && unfinished === 'f') return 'begun';
  await rollBack(run);
  return unfinished === 't' ? 'unfinished' : 'moved';
}

function explain(run: Run, step: Step, error: unknown): unknown {
  const server = readServerError(error);
  if (server === null || isConnectionLoss(error)) return new ConnectionLost(step, error);
  if (server.sqlState === '25006' || server.sqlState === '0A000') return new ServerReadOnly(error);
  // Of the ledger's tables; a role that may not be taken on has the same SQLSTATE.
  if (server.sqlState === '42501' && server.routine === 'aclcheck_error') {
    return new LedgerNotWritable(run.session.client.user ?? 'of this connection', error);
  }
  return new SettingsRefused(step, Object.keys(run.settings.pgSettings), error);
}

/** A connection that is gone has rolled back by itself. */
export async function rollBack(run: Run): Promise<void> {
  run.begun = null;
  await sendScript(run.session.client, 'rollback');
}

/** Takes note of a step that was begun in the message that ended the one before. When it was not to be had, it begins by itself, and says why. */
export async function noteBegun(run: Run, step: Step, end: ScriptEnd): Promise<void> {
  if (end.error !== null) return await rollBack(run);
  if ((await judge(run, end)) === 'begun') run.begun = step;
}
