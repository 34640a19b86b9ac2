import { join } from 'node:path';
import { type History, parseRange } from '@godwit/history';
import { type Ledger, type Plan, plan, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { acceptLoss } from '../execution/accept-loss.ts';
import { type ExecutionOptions, executeSettings, openGmrc, parseExecutionOptions } from '../execution/execution-options.ts';
import { explainMissingRevert } from '../execution/explain-missing-revert.ts';
import { foreseeLoss } from '../execution/foresee-loss.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { runPlan } from '../execution/run-plan.ts';
import { withoutDatabase } from '../execution/script-errors.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { UsageError } from '../usage-error.ts';

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
  return withSession(context, input, (session) => downgrade(context, session, { history, text, options }), {
    interruptible: false,
    otherwise: options.sql ? withoutDatabase(`downgrade head:${text}`) : undefined,
  });
}

interface Request {
  readonly history: History;
  readonly text: string;
  readonly options: ExecutionOptions;
}

async function downgrade(context: CommandContext, session: Session, { history, text, options }: Request): Promise<ExitCode> {
  const ledger = await readLedger(session.client);
  const planned = planFrom(history, ledger, text);
  const settings = executeSettings(context, options, { gmrc: await openGmrc(context), settings: session.database.settings });
  const command = `downgrade ${text}`;
  if (options.dryRun) {
    const loss = await foreseeLoss(session.client, planned, settings);
    return (await import('../execution/print-plan.ts')).printPlan(context, session, { plan: planned, settings, command, ledger, loss });
  }
  if (options.sql)
    return (await import('../execution/print-script.ts')).printScript(context, session, { plan: planned, ledger, settings, options });

  if (!context.output.json) noteUnusableReverts(context, history, planned);
  const loss = await foreseeLoss(session.client, planned, settings);
  if (!options.acceptDataLoss && !(await acceptLoss(context, { loss, subject: 'this downgrade', command }))) return 3;
  // Never planned again: what was looked at and agreed to is this plan, and `-1` would be another revision by then.
  return runPlan(context, session, { history, plan: planned, settings, command });
}

/** @throws MissingRevert, told by what the file lacks */
function planFrom(history: History, ledger: Ledger, text: string): Plan {
  try {
    return plan({ history, ledger, direction: 'down', target: resolvePlanTarget(history, ledger, text, 'down') });
  } catch (error) {
    throw explainMissingRevert(error, history);
  }
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
