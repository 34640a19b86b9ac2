import { GodwitError } from '@godwit/diagnostics';
import type { SettingsOrigin } from '@godwit/postgres';
import type { Client } from 'pg';
import { undoStoredIn } from '../attempt/undo-stored.ts';
import { ensureLedger } from '../ledger/ensure-ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readLedger } from '../ledger/read-ledger.ts';
import { positionOf } from '../plan/record.ts';
import type { LedgerPosition, Plan, Step } from '../plan/step.ts';
import { checkBodies } from './check-bodies.ts';
import { compileStep } from './compiled-step.ts';
import { dropBegun } from './drop-begun.ts';
import type { ExecuteSettings } from './execute-settings.ts';
import { ExecutionError, Interrupted } from './execution-errors.ts';
import type { Observer, StepResult } from './execution-event.ts';
import { otherFailure } from './other-failure.ts';
import { reconsider } from './reconsider.ts';
import { recordFailure } from './record-failure.ts';
import { writeRefreshes } from './refresh.ts';
import type { Run } from './run.ts';
import { settleUnfinished } from './standalone/settle-unfinished.ts';
import { runStandaloneStep } from './standalone/standalone-step.ts';
import { runTransactionalStep } from './transactional-step.ts';
import { withRun } from './with-run.ts';

export interface ExecuteOptions {
  readonly plan: Plan;
  readonly client: Client;
  /** Opens a second connection to the same database as the same role: to watch locks, to cancel, to look after a broken connection. */
  readonly connect: () => Promise<Client>;
  readonly settings: ExecuteSettings;
  /** Where the address of the server comes from, for an error about it. */
  readonly origin?: SettingsOrigin;
  readonly observer?: Observer;
  /** Cancels the running statement, rolls its step back and ends the run. */
  readonly signal?: AbortSignal;
  /**
   * Looks at the database when a step's body is done: inside the step's transaction, before the ledger is written, so that an error of its own
   * rolls the step back; for a step outside a transaction, when the ledger has it. It must leave the transaction as it found it.
   */
  readonly afterBody?: (step: Step, client: Client) => Promise<void>;
  /** Plans again when another run has moved the ledger to a place that this plan does not pass. */
  readonly replan?: (ledger: Ledger) => Plan;
}

export interface Outcome {
  readonly from: LedgerPosition;
  /** Where the ledger stands now. */
  readonly to: LedgerPosition;
  readonly applied: readonly StepResult[];
  /** Names of steps that another run did first. */
  readonly raced: readonly string[];
}

/**
 * Executes a plan: upgrades and downgrades alike. Each step is done once and whole, however many run at the same time and wherever a run
 * dies; steps that others did first are passed over. A plan without anything to do writes nothing.
 *
 * @throws BodyRefused, TransactionPooler, LedgerNotCreatable, LedgerNotWritable, ServerReadOnly, LockUnavailable before the first step
 * @throws ExecutionError in a step: the steps before it (`done` of them) stay, its own leaves nothing
 */
export async function execute(options: ExecuteOptions): Promise<Outcome> {
  const { plan } = options;
  const { from, to } = plan;
  if (plan.steps.length === 0 && plan.refreshes.length === 0 && plan.unfinished === null) return { from, to, applied: [], raced: [] };
  await checkBodies(
    plan.steps.map((step) => compileStep(step, options.settings)),
    options.settings,
  );
  return await withRun(options, (run) => runPlan(run, options));
}

async function runPlan(run: Run, options: ExecuteOptions): Promise<Outcome> {
  const progress: Progress = { applied: [], raced: [], step: null, since: 0 };
  try {
    if (options.plan.steps.length > 0) {
      await ensureLedger(run.session.client);
      if (await undoStoredIn(run)) run.observer({ kind: 'takenBack' });
    }
    return await runSteps(run, options, progress);
  } catch (cause) {
    await dropBegun(run);
    const { step, since, applied } = progress;
    const error = cause instanceof GodwitError ? cause : otherFailure(step, cause);
    if (error instanceof ExecutionError) error.done = applied.length + (error.stays ? 1 : 0);
    await recordFailure(run, { step, error, ms: performance.now() - since });
    throw error;
  }
}

interface Progress {
  readonly applied: StepResult[];
  readonly raced: string[];
  /** The one that runs, and since when. */
  step: Step | null;
  since: number;
}

async function runSteps(run: Run, options: ExecuteOptions, progress: Progress): Promise<Outcome> {
  const { observer, settings } = run;
  const { applied, raced } = progress;
  let { plan } = options;
  let queue = plan.steps;
  await writeRefreshes(run, plan);
  if (plan.unfinished !== null) {
    await settleUnfinished(run, null);
    ({ plan, queue } = await lookAgain());
  }
  while (queue[0] !== undefined) {
    const [step] = queue;
    // A body that the server is at already is cancelled as one.
    if (run.signal?.aborted && run.begun === null) throw new Interrupted(null);
    progress.step = step;
    progress.since = performance.now();
    observer({ kind: 'stepStarted', step, index: applied.length + raced.length, count: applied.length + raced.length + queue.length });
    const compiled = compileStep(step, settings);
    const following = queue[1] === undefined ? null : compileStep(queue[1], settings);
    const ending = step.transactional ? await runTransactionalStep(run, compiled, following) : await runStandaloneStep(run, compiled);
    progress.step = null;
    if (ending.kind === 'moved') {
      ({ plan, queue } = await lookAgain());
      continue;
    }
    const result: StepResult = { step, ms: performance.now() - progress.since, attempts: ending.attempts };
    applied.push(result);
    queue = queue.slice(1);
    observer({ kind: 'stepFinished', result });
    const revisions = renamedBy(step);
    if (revisions.length > 0) observer({ kind: 'renamed', step, revisions });
  }
  return { from: options.plan.from, to: plan.to, applied, raced };

  async function lookAgain(): Promise<{ readonly plan: Plan; readonly queue: readonly Step[] }> {
    const ledger = await readLedger(run.session.client);
    const next = reconsider({ plan, queue, ledger, replan: options.replan });
    for (const step of next.raced) {
      raced.push(step.name);
      observer({ kind: 'alreadyApplied', step });
    }
    const to = next.queue.length === 0 ? positionOf(ledger.applied.at(-1)) : next.plan.to;
    if (next.plan !== plan)
      await checkBodies(
        next.queue.map((step) => compileStep(step, settings)),
        settings,
      );
    return { plan: { ...next.plan, to }, queue: next.queue };
  }
}

function renamedBy({ insertion }: Step): readonly { readonly from: string; readonly to: string }[] {
  return (insertion?.changes ?? []).flatMap(({ name, renamed }) => (renamed === null ? [] : [{ from: name, to: renamed.name }]));
}
