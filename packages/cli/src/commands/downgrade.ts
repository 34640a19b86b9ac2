import { join } from 'node:path';
import { GodwitError } from '@godwit/diagnostics';
import { type History, parseRange } from '@godwit/history';
import { assessLoss, type Ledger, type LossReport, type Plan, plan, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { describeLoss, describeUnseen } from '../execution/describe-loss.ts';
import { type ExecutionOptions, executeSettings, openGmrc, parseExecutionOptions } from '../execution/execution-options.ts';
import { explainMissingRevert } from '../execution/explain-missing-revert.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { runPlan } from '../execution/run-plan.ts';
import { confirm } from '../session/confirm.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { UsageError } from '../usage-error.ts';

/** Rows or values would go, and nobody has agreed to it. */
class DataLossNotAccepted extends GodwitError {
  constructor(losses: readonly string[], fails: boolean, target: string) {
    super({
      code: 'GW550',
      message: `This downgrade would ${fails ? 'fail' : 'lose data'}, so nothing was changed`,
      details: losses,
      help: `${fails ? 'change these values first, or try it as it is' : 'keep what you need elsewhere, then'}:\ngodwit downgrade ${target} --accept-data-loss`,
      exitCode: 3,
    });
  }
}

/** Reverts revisions down to a target, after counting what would be lost. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = parseExecutionOptions(input);
  const text = input.arguments[0] ?? '-1';
  const history = await openHistory(context);
  const range = parseRange(text);
  if (range) {
    if (!options.sql) throw new UsageError({ message: `A range such as ${text} needs --sql`, help: `godwit downgrade ${text} --sql` });
    const { printRange } = await import('../execution/print-script.ts');
    return printRange(context, input, { history, range, options, direction: 'down' });
  }
  return withSession(context, input, (session) => downgrade(context, session, { history, text, options }), { interruptible: false });
}

interface Request {
  readonly history: History;
  readonly text: string;
  readonly options: ExecutionOptions;
}

async function downgrade(context: CommandContext, session: Session, { history, text, options }: Request): Promise<ExitCode> {
  const replan = (ledger: Ledger): Plan => {
    try {
      return plan({ history, ledger, direction: 'down', target: resolvePlanTarget(history, ledger, text, 'down') });
    } catch (error) {
      throw explainMissingRevert(error, history);
    }
  };
  const ledger = await readLedger(session.client);
  const planned = replan(ledger);
  const settings = executeSettings(context, options, { gmrc: await openGmrc(context), settings: session.database.settings });
  const command = `downgrade ${text}`;
  if (options.dryRun) return (await import('../execution/print-plan.ts')).printPlan(context, session, { plan: planned, settings, command });
  if (options.sql)
    return (await import('../execution/print-script.ts')).printScript(context, session, { plan: planned, ledger, settings, options });

  if (!context.output.json) noteUnusableReverts(context, history, planned);
  const loss = await assessLoss({ client: session.client, plan: planned, placeholders: settings.placeholders });
  if (!options.acceptDataLoss && !(await accepted(context, loss, text))) return 3;
  return runPlan(context, session, { history, plan: planned, replan, settings, command });
}

/** The copy in the database stands in for a revert whose file cannot be used; whoever has just edited that file wants to know. */
function noteUnusableReverts({ output }: CommandContext, history: History, { steps }: Plan): void {
  for (const { name, source } of steps) {
    const path = join(history.folder, 'reverts', `${name}.sql`);
    const problem = history.problems.find((one) => 'path' in one && one.path === path);
    if (source.kind === 'ledger' && problem)
      output.note(`${output.errorStyle.yellow('!')} ${problem.message}: the copy in the database is taken`);
  }
}

/** @throws DataLossNotAccepted where nobody can be asked */
async function accepted(context: CommandContext, loss: LossReport, text: string): Promise<boolean> {
  const { output } = context;
  const warn = output.errorStyle.yellow('!');
  if (!output.json) for (const line of describeUnseen(loss)) output.note(`${warn} ${line}`);
  const losses = describeLoss(loss);
  if (losses.length === 0) return true;
  const fails = loss.losses.every(({ kind }) => kind === 'refused');
  if (context.ask === null) throw new DataLossNotAccepted(losses, fails, text);
  output.note(`${warn} This downgrade would ${fails ? 'fail' : 'lose data'}:`);
  for (const line of losses) output.note(`  ${line}`);
  if (await confirm(context, 'Go on?')) return true;
  output.note('nothing was changed');
  return false;
}
