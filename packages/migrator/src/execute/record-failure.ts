import { GodwitError } from '@godwit/diagnostics';
import { sqlStateOf } from '@godwit/postgres';
import type { Client } from 'pg';
import { eventSql } from '../ledger/ledger-writes.ts';
import type { Step } from '../plan/step.ts';
import { Interrupted, StepFailed } from './execution-errors.ts';
import type { Run } from './run.ts';

interface Failure {
  /** Null when it failed between steps. */
  readonly step: Step | null;
  readonly error: unknown;
  /** Since the run began. */
  readonly ms: number;
}

/** Longer texts say no more to whoever reads the events. */
const MOST_CHARACTERS = 2_000;

/**
 * Leaves a row in `godwit.event` for a step that was not done, in a transaction of its own. Best effort: that it cannot be written must
 * not hide why the step failed.
 */
export async function recordFailure(run: Run, { step, error, ms }: Failure): Promise<void> {
  if (step === null) return;
  const detail = {
    error: text(error instanceof Error ? error.message : String(error)),
    ...(error instanceof GodwitError ? { code: error.code } : {}),
    sqlstate: sqlStateOf(error),
    ...(error instanceof StepFailed ? { statement: text(error.statement) } : {}),
  };
  const sql = eventSql({
    action: step.direction,
    hash: step.hash,
    name: step.name,
    outcome: error instanceof Interrupted ? 'interrupted' : 'failed',
    durationMs: ms,
    actor: run.settings.actor,
    detail,
  });
  if (await isWritten(run.session.client, sql)) return;
  const other = await run.watcher.client();
  if (other !== null) await isWritten(other, sql);
}

async function isWritten(client: Client, sql: string): Promise<boolean> {
  try {
    await client.query(
      `reset session authorization; reset role; set default_transaction_read_only to off; set local search_path to pg_catalog, pg_temp; set local lock_timeout to '1s'; ${sql}`,
    );
    return true;
  } catch {
    return false;
  }
}

/** jsonb holds no U+0000. */
function text(value: string): string {
  return value.slice(0, MOST_CHARACTERS).replaceAll('\u0000', '');
}
