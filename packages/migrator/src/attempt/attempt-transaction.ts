import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import { beginStep, lockTimeoutSql, rollBack } from '../execute/begin-step.ts';
import { closeStep } from '../execute/close-step.ts';
import type { CompiledStep } from '../execute/compiled-step.ts';
import { ConnectionLost } from '../execute/execution-errors.ts';
import { orRollBack } from '../execute/or-roll-back.ts';
import { type FailedTry, retryForLocks, type TryOptions } from '../execute/retry-for-locks.ts';
import type { Run } from '../execute/run.ts';
import { runBody } from '../execute/run-body.ts';
import type { StepEnding } from '../execute/step-ending.ts';
import { waitForLedger } from '../execute/wait-for-ledger.ts';
import type { Watched } from '../execute/watch-statement.ts';
import { runScript } from '../ledger/run-script.ts';

/** What one transaction does, in this order. */
export interface AttemptTransaction {
  /** The row of the ledger that must be there; null for none. */
  readonly previousId: string | null;
  readonly undo: CompiledStep | null;
  readonly inBetween: Look | undefined;
  readonly text: CompiledStep | null;
  readonly afterwards: Look | undefined;
  /** What the ledger learns. */
  readonly writes: () => string;
}

type Look = (client: Client) => Promise<void>;

/** `moved`: the ledger stands elsewhere, or another text is applied than was thought. Nothing was done. */
export type AttemptEnding = 'done' | 'moved';

/**
 * Takes back and applies in one transaction, with the ledger locked as a step locks it. When locks are not to be had within the budget it is rolled
 * back whole and tried again.
 *
 * @param about what it is called in errors that are about neither text nor way back
 */
export async function inAttemptTransaction(run: Run, about: CompiledStep, work: AttemptTransaction): Promise<AttemptEnding> {
  const ending = await retryForLocks(run, about.step, (options) => tryOnce(run, about, { ...work, ...options }));
  return ending.kind;
}

const NOTHING_SEEN: Watched = { cancelled: null, blockers: [] };

/** When it has failed it is rolled back. */
async function tryOnce(run: Run, about: CompiledStep, work: AttemptTransaction & TryOptions): Promise<StepEnding | FailedTry> {
  const { previousId, undo, inBetween, text, afterwards, writes, attempts, budgetMs } = work;
  const { step } = about;
  let watched = NOTHING_SEEN;
  if (!(await waitForLedger(run, step, () => beginStep(run, step, budgetMs)))) return { kind: 'moved' };
  if ((await orRollBack(run, appliedId)) !== previousId) {
    await rollBack(run);
    return { kind: 'moved' };
  }
  if (undo !== null) {
    const body = await runBody(run, undo, budgetMs);
    if (body.kind === 'failed') return body;
    watched = body.watched;
  }
  // The way back may have set what the text must not find.
  if (undo !== null && (text !== null || inBetween !== undefined))
    await orRollBack(run, (client) => runScript(client, settingsAgain(run, budgetMs)));
  if (inBetween !== undefined) await orRollBack(run, inBetween);
  if (text !== null) {
    const body = await runBody(run, text, budgetMs);
    if (body.kind === 'failed') return body;
    watched = body.watched;
    if (afterwards !== undefined) await orRollBack(run, afterwards);
  }
  const settle = (cause: unknown): Promise<void> => Promise.reject(new ConnectionLost(step, cause));
  const failure = await closeStep(run, { step, writes: writes(), next: null, settle });
  return failure === null ? { kind: 'done', attempts } : { kind: 'failed', compiled: about, failure, watched, again: true };
}

const idRow = v.object({ id: v.string() });

async function appliedId(client: Client): Promise<string | null> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/attempt-id.sql'));
  return rows[0] === undefined ? null : v.parse(idRow, rows[0]).id;
}

function settingsAgain({ session, stepSettings }: Run, budgetMs: number): string {
  return [session.known, lockTimeoutSql(budgetMs), stepSettings].join(';\n');
}
