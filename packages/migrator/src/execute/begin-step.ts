import { readServerError, readSql, sqlStateOf } from '@godwit/postgres';
import * as v from 'valibot';
import { fillSql } from '../ledger/fill-sql.ts';
import { LedgerNotWritable, ServerReadOnly } from '../ledger/ledger-errors.ts';
import { runScript } from '../ledger/run-script.ts';
import type { Step } from '../plan/step.ts';
import { ConnectionLost, SettingsRefused } from './execution-errors.ts';
import { isConnectionLoss } from './is-connection-loss.ts';
import type { Run } from './run.ts';
import { knownSessionSql, pgSettingsSql } from './session.ts';

/** `begun`: the transaction is open and holds the ledger. Otherwise it has been rolled back. */
export type Beginning = 'begun' | 'moved' | 'unfinished' | 'busy';

const checkRow = v.object({ expected: v.boolean(), unfinished: v.boolean() });

/**
 * Opens a step's transaction in one round trip: a known session, the lock on the ledger, then the check that the ledger stands where the
 * plan says. The lock is what keeps two runs from applying one revision twice.
 *
 * @param lockTimeoutMs for each lock, the server's own limit; the budget for their sum is kept by `watchStatement`
 * @throws LedgerNotWritable, ServerReadOnly, SettingsRefused, ConnectionLost
 */
export async function beginStep(run: Run, step: Step, lockTimeoutMs: number): Promise<Beginning> {
  const { session, settings } = run;
  const script = [
    'begin isolation level read committed read write',
    knownSessionSql(session, settings),
    `set local lock_timeout to ${Math.max(1, Math.ceil(lockTimeoutMs))}`,
    readSql(import.meta.url, './sql/lock-ledger.sql'),
    fillSql(readSql(import.meta.url, './sql/check-head.sql'), { expected_head: step.expectedHead }),
    pgSettingsSql(settings),
  ];
  try {
    const results = await runScript(session.client, script.filter((part) => part !== null).join(';\n'));
    const { expected, unfinished } = v.parse(
      checkRow,
      results.flat().find((row) => v.is(checkRow, row)),
    );
    if (expected && !unfinished) return 'begun';
    await session.client.query('rollback');
    return unfinished ? 'unfinished' : 'moved';
  } catch (error) {
    await rollBack(run);
    if (isConnectionLoss(error)) throw new ConnectionLost(step, error);
    if (sqlStateOf(error) === '55P03') return 'busy';
    throw explain(run, step, error);
  }
}

function explain(run: Run, step: Step, error: unknown): unknown {
  const server = readServerError(error);
  if (server?.sqlState === '25006' || server?.sqlState === '0A000') return new ServerReadOnly(error);
  // Of the ledger's tables; a role that may not be taken on has the same SQLSTATE.
  if (server?.sqlState === '42501' && server.routine === 'aclcheck_error') {
    return new LedgerNotWritable(run.session.client.user ?? 'of this connection', error);
  }
  return server === null ? error : new SettingsRefused(step, Object.keys(run.settings.pgSettings), error);
}

/** A connection that is gone has rolled back by itself. */
export async function rollBack(run: Run): Promise<void> {
  try {
    await run.session.client.query('rollback');
  } catch {
    // What went wrong before is what matters, and the caller has it.
  }
}
