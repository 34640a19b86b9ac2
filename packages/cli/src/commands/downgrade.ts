import { GodwitError } from '@godwit/diagnostics';
import type { History } from '@godwit/history';
import { assessLoss, execute, type Ledger, type LossReport, type Plan, plan, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { describeLoss } from '../execution/describe-loss.ts';
import { executeSettings, openGmrc, parseExecutionOptions } from '../execution/execution-options.ts';
import { printEvents } from '../execution/print-events.ts';
import { printOutcome } from '../execution/print-outcome.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { count } from '../output/columns.ts';
import { header } from '../output/header.ts';
import { confirm } from '../session/confirm.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';

/** Rows or values would go, and nobody has agreed to it. */
class DataLossNotAccepted extends GodwitError {
  constructor(losses: readonly string[], command: string) {
    super({
      code: 'GW550',
      message: 'This downgrade would lose data, so nothing was changed',
      details: losses,
      help: `keep what you need elsewhere, then:\n${command} --accept-data-loss`,
      exitCode: 3,
    });
  }
}

/** Reverts revisions down to a target, after counting what would be lost. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const text = input.arguments[0] ?? '-1';
  const history = await openHistory(context);
  return withSession(context, input, (session) => downgrade(context, input, session, { history, text }));
}

async function downgrade(
  context: CommandContext,
  input: CommandInput,
  session: Session,
  { history, text }: { readonly history: History; readonly text: string },
): Promise<ExitCode> {
  const { output } = context;
  const options = parseExecutionOptions(input);
  const planFor = (ledger: Ledger): Plan =>
    plan({ history, ledger, direction: 'down', target: resolvePlanTarget(history, ledger, text, 'down') });
  const ledger = await readLedger(session.client);
  const planned = planFor(ledger);
  const settings = executeSettings(context, options, { gmrc: await openGmrc(context), settings: session.database.settings });
  if (options.dryRun) return (await import('../execution/print-plan.ts')).printPlan(context, session, planned, settings);
  if (options.sql) return (await import('../execution/print-script.ts')).printScript(context, session, { plan: planned, ledger, settings });

  const loss = await assessLoss({ client: session.client, plan: planned, placeholders: settings.placeholders });
  if (!options.acceptDataLoss && !(await accepted(context, loss, text))) return 3;
  if (!output.json && planned.steps.length > 0)
    output.line(header(output, 'Downgrade', session.database.display, count(planned.steps.length, 'revision')));
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
  printOutcome(context, session, {
    outcome,
    ledger: await readLedger(session.client),
    history,
    ms: performance.now() - started,
    databaseAhead: 0,
  });
  return 0;
}

/** @throws DataLossNotAccepted where nobody can be asked */
async function accepted(context: CommandContext, loss: LossReport, text: string): Promise<boolean> {
  const losses = describeLoss(loss);
  if (losses.length === 0) return true;
  if (!context.interactive) throw new DataLossNotAccepted(losses, `${context.invocation} downgrade ${text}`);
  const { output } = context;
  output.note(`${output.errorStyle.yellow('!')} this downgrade loses data:`);
  for (const line of losses) output.note(`  ${line}`);
  if (await confirm(context, 'Go on?')) return true;
  output.note('nothing was changed');
  return false;
}
