import type { Client } from 'pg';
import { ensureLedger } from '../ledger/ensure-ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { LedgerPosition, Plan } from '../plan/step.ts';
import { compileStep } from './compiled-step.ts';
import type { ExecuteSettings } from './execute-settings.ts';
import type { Observer, StepResult } from './execution-event.ts';
import type { Run } from './run.ts';
import { openSession } from './session.ts';
import { runTransactionalStep } from './transactional-step.ts';

export interface ExecuteOptions {
  readonly plan: Plan;
  readonly client: Client;
  /** Opens a second connection to the same database as the same role: to watch locks, to cancel, to look after a broken connection. */
  readonly connect: () => Promise<Client>;
  readonly settings: ExecuteSettings;
  readonly observer?: Observer;
  readonly signal?: AbortSignal;
  /** Plans again when another run moved the ledger to a place that this plan does not pass. */
  readonly replan?: (ledger: Ledger) => Plan;
}

export interface Outcome {
  readonly from: LedgerPosition;
  readonly to: LedgerPosition;
  readonly applied: readonly StepResult[];
  /** Names of steps that another run did first. */
  readonly raced: readonly string[];
}

export async function execute(options: ExecuteOptions): Promise<Outcome> {
  const { plan, client, connect, settings, observer = () => {}, signal } = options;
  await ensureLedger(client);
  const run: Run = { session: await openSession(client), connect, settings, observer, signal };
  const applied: StepResult[] = [];
  for (const [index, step] of plan.steps.entries()) {
    observer({ kind: 'stepStarted', step, index, count: plan.steps.length });
    const start = performance.now();
    const ending = await runTransactionalStep(run, compileStep(step, settings));
    if (ending.kind === 'moved') throw new Error('moved');
    const result: StepResult = { step, ms: performance.now() - start, attempts: ending.attempts };
    applied.push(result);
    observer({ kind: 'stepFinished', result });
  }
  return { from: plan.from, to: plan.to, applied, raced: [] };
}
