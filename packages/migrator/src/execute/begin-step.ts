import { readServerError, readSql, sqlStateOf } from '@godwit/postgres';
import { LedgerNotWritable, ServerReadOnly } from '../ledger/ledger-errors.ts';
import type { Step } from '../plan/step.ts';
import { ConnectionLost, SettingsRefused } from './execution-errors.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import { checkStepSql, deallocateSql, hasLostPrepared, prepareSql, requireStepSql } from './prepared-statements.ts';
import type { Run } from './run.ts';
import { type ScriptEnd, sendScript } from './send-script.ts';

/** `begun`: the transaction is open and holds the ledger. Otherwise it has been rolled back. */
export type Beginning = 'begun' | 'moved' | 'unfinished' | 'busy';

/**
 * Opens a step's transaction in one round trip: a known session, the lock on the ledger, then the check that the ledger stands where the
 * plan says. The lock is what keeps two runs from applying one revision twice.
 *
 * @param lockTimeoutMs for each lock, the server's own limit; the budget for their sum is kept by `watchStatement`
 * @throws LedgerNotWritable, ServerReadOnly, SettingsRefused, ConnectionLost
 */
export async function beginStep(run: Run, step: Step, lockTimeoutMs: number): Promise<Beginning> {
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
  const { client, known } = run.session;
  const { error } = await sendScript(client, [known, lockTimeoutSql(lockTimeoutMs), prepareSql()].join(';\n'));
  run.prepared = error === null ? 'done' : 'never';
}

export function lockTimeoutSql(ms: number): string {
  return `set local lock_timeout to ${Math.max(1, Math.ceil(ms))}`;
}

/** What is sent to begin a step; its check says in a row how the ledger stands. */
function beginSql(run: Run, step: Step, lockTimeoutMs: number): string {
  return openingSql(run, lockTimeoutMs, checkStepSql(run, step));
}

/**
 * What is sent to begin a step whose body is sent right behind it: it fails where the body must not run, and leaves a savepoint, which the
 * body begins by releasing. Then the body fails as well: in a transaction that has failed, and outside of one.
 */
export function beginBeforeBodySql(run: Run, step: Step, lockTimeoutMs: number): string {
  return `${openingSql(run, lockTimeoutMs, requireStepSql(run, step))};\nsavepoint godwit_step`;
}

/** To be put before a body that is sent so. Without a line break: the server counts lines too. */
export const BEFORE_BODY = 'release savepoint godwit_step; ';

function openingSql(run: Run, lockTimeoutMs: number, check: string): string {
  const script = [
    'begin isolation level read committed read write',
    run.session.known,
    lockTimeoutSql(lockTimeoutMs),
    readSql(import.meta.url, './sql/lock-ledger.sql'),
    ...(run.prepared === 'never' ? [deallocateSql()] : []),
    check,
    run.stepSettings,
  ];
  return script.join(';\n');
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
