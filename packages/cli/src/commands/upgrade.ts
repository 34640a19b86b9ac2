import { assertSound, type History, parseRange } from '@godwit/history';
import { execute, type Ledger, type Plan, plan, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { type ExecutionOptions, executeSettings, openGmrc, parseExecutionOptions } from '../execution/execution-options.ts';
import { printEvents } from '../execution/print-events.ts';
import { printOutcome } from '../execution/print-outcome.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { runActions } from '../execution/run-actions.ts';
import { count } from '../output/columns.ts';
import { header } from '../output/header.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { markAsProduction } from '../session/production.ts';
import { UsageError } from '../usage-error.ts';

/** Applies revisions up to a target, or prints the plan for it. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = parseExecutionOptions(input);
  const text = input.arguments[0] ?? 'head';
  const history = await openHistory(context);
  assertSound(history);
  const range = parseRange(text);
  if (range) {
    if (!options.sql)
      throw new UsageError({ message: `A range such as ${text} needs --sql`, help: `${context.invocation} upgrade ${text} --sql` });
    const { printRange } = await import('../execution/print-script.ts');
    return printRange(context, input, { history, range, options });
  }
  return withSession(context, input, (session) => upgrade(context, session, { history, text, options }));
}

interface Request {
  readonly history: History;
  readonly text: string;
  readonly options: ExecutionOptions;
}

async function upgrade(context: CommandContext, session: Session, request: Request): Promise<ExitCode> {
  const { output } = context;
  const { history, text, options } = request;
  const planFor = (ledger: Ledger): Plan =>
    plan({ history, ledger, direction: 'up', target: resolvePlanTarget(history, ledger, text, 'up') });
  const ledger = await readLedger(session.client);
  const planned = planFor(ledger);
  const gmrc = await openGmrc(context);
  const { settings: database } = session.database;
  const settings = executeSettings(context, options, { gmrc, settings: database });
  if (options.dryRun) return (await import('../execution/print-plan.ts')).printPlan(context, session, planned, settings);
  if (options.sql) return (await import('../execution/print-script.ts')).printScript(context, session, { plan: planned, ledger, settings });

  const idle = planned.steps.length === 0 && planned.unfinished === null;
  if (!output.json && !idle) output.line(header(output, 'Upgrade', session.database.display, count(planned.steps.length, 'revision')));
  const actions = { gmrc, settings: database, placeholders: settings.placeholders };
  if (!idle) await runActions(context, 'beforeAllMigrations', actions);
  const started = performance.now();
  const outcome = await execute({
    plan: planned,
    client: session.client,
    connect: session.connect,
    settings,
    observer: printEvents(context),
    signal: context.signal,
    replan: planFor,
  });
  if (!idle) await runActions(context, 'afterAllMigrations', actions);
  await markAsProduction(context, session);
  const after = await readLedger(session.client);
  printOutcome(context, session, {
    outcome,
    ledger: after,
    history,
    ms: performance.now() - started,
    databaseAhead: planned.databaseAhead,
  });
  return 0;
}
