import type { History } from '@godwit/history';
import {
  type ExecuteSettings,
  ExecutionError,
  execute,
  explain,
  GateClosed,
  type Ledger,
  type Outcome,
  type Plan,
  readLedger,
} from '@godwit/migrator';
import { withWayBack } from '../authoring/with-way-back.ts';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { count } from '../output/columns.ts';
import { header } from '../output/header.ts';
import { reportError } from '../output/report-error.ts';
import type { Session } from '../session/open-session.ts';
import type { StepVerification } from '../verify/step-verification.ts';
import { describeMoves } from './describe-moves.ts';
import { printEvents } from './print-events.ts';
import { printFailure, printGate, printOutcome } from './print-outcome.ts';

export interface PlannedExecution {
  readonly history: History;
  readonly plan: Plan;
  /** Plans again for a ledger that another run has moved; without it that ends the execution. */
  readonly replan?: (ledger: Ledger) => Plan;
  readonly settings: ExecuteSettings;
  /** As it was typed, for the next step after a failure: `upgrade +2`. */
  readonly command: string;
  /** Whether to stop before a gate that is closed is what was asked for. */
  readonly untilGate?: boolean;
  /** Looks at the database when a step's body is done. */
  readonly verification?: StepVerification | null;
  /** Runs after the last step, before the outcome is printed. */
  readonly afterwards?: () => Promise<void>;
}

/** Executes a plan and tells it from the header to the next step. Errors of the execution are told here, with where the database stands. */
export async function runPlan(context: CommandContext, session: Session, execution: PlannedExecution): Promise<ExitCode> {
  const { output } = context;
  const { history, plan, replan, settings, afterwards, verification = null } = execution;
  if (!output.json && plan.steps.length > 0) printHead(context, session, plan);
  const { client, connect, database } = session;
  const started = performance.now();
  const printer = printEvents(context, plan.steps, {
    explained: output.verbose && !output.json ? await explain(plan, settings) : [],
    verified: (step) => verification?.resultsOf(step) ?? null,
  });
  let outcome: Outcome;
  try {
    outcome = await withWayBack(context, session, () =>
      execute({
        plan,
        client,
        connect,
        settings,
        origin: database.settings.origin,
        observer: printer.observe,
        signal: context.signal,
        ...(replan === undefined ? {} : { replan }),
        ...(verification === null ? {} : { afterBody: verification.afterBody }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ExecutionError)) throw error;
    if (error instanceof GateClosed && execution.untilGate === true) {
      await printGate(context, session, { error, history });
      return 0;
    }
    printer.fail(error);
    const code = reportError(output, error, context.invocation);
    await printFailure(context, session, { ...execution, error });
    return code;
  }
  await afterwards?.();
  printOutcome(context, session, {
    outcome,
    ledger: await readLedger(client),
    history,
    ms: performance.now() - started,
    direction: plan.direction,
  });
  return 0;
}

function printHead({ output }: CommandContext, { database }: Session, { direction, steps, moves = [] }: Plan): void {
  const subject = direction === 'up' ? 'Upgrade' : 'Downgrade';
  const noun = steps.every((step) => step.direction === direction) ? 'revision' : 'step';
  output.line(header(output, subject, database.display, count(steps.length, noun)));
  for (const line of describeMoves(moves, output.style)) output.line(line);
}
