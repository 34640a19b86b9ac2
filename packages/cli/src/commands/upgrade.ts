import { assertSound, findingsOf, type History, parseRange } from '@godwit/history';
import { ensureLedger, type Ledger, type Plan, plan, prepareFollowing, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { type ExecutionOptions, executeSettings, openGmrc, parseExecutionOptions } from '../execution/execution-options.ts';
import { foreseeLoss } from '../execution/foresee-loss.ts';
import { mayRevert, reverting } from '../execution/may-revert.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { runActions } from '../execution/run-actions.ts';
import { runPlan } from '../execution/run-plan.ts';
import { withoutDatabase } from '../execution/script-errors.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { markAsProduction } from '../session/production.ts';
import { UsageError } from '../usage-error.ts';

/** Applies revisions up to a target, or prints the plan for it. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = parseExecutionOptions(input);
  const text = input.arguments[0] ?? 'head';
  if (isVerified(options) && (options.sql || options.dryRun))
    throw new UsageError({
      message: `--verify looks at a database, and ${options.sql ? '--sql' : '--dry-run'} changes none`,
      help: `leave one of them out: godwit upgrade ${text} --verify`,
    });
  const history = await openHistory(context);
  assertSound(history);
  const range = parseRange(text);
  if (range) {
    if (!options.sql) throw new UsageError({ message: `A range such as ${text} needs --sql`, help: `godwit upgrade ${text} --sql` });
    const { printRange } = await import('../execution/print-script.ts');
    return printRange(context, input, { history, range, options, direction: 'up' });
  }
  return withSession(context, input, (session) => upgrade(context, session, { history, text, options }), {
    interruptible: false,
    otherwise: options.sql ? withoutDatabase(`upgrade base:${text}`) : undefined,
  });
}

function isVerified({ verify, verifyWrites }: ExecutionOptions): boolean {
  return verify || verifyWrites;
}

/** What is to be said again when the command is run again. */
function flagsAgain({ merged, verify, verifyWrites }: ExecutionOptions): readonly string[] {
  return [...(merged === undefined ? [] : [`--merged ${merged}`]), ...(verifyWrites ? ['--verify-writes'] : verify ? ['--verify'] : [])];
}

/** What is odd about the folder and stops nothing. */
function noteFindings({ output }: CommandContext, history: History): void {
  for (const { message } of findingsOf(history)) output.note(`${output.errorStyle.yellow('!')} ${message}`);
}

interface Request {
  readonly history: History;
  readonly text: string;
  readonly options: ExecutionOptions;
}

async function upgrade(context: CommandContext, session: Session, request: Request): Promise<ExitCode> {
  const { history, text, options } = request;
  const gmrc = await openGmrc(context);
  const { settings: database } = session.database;
  const settings = executeSettings(context, options, { gmrc, settings: database });
  const { placeholders } = settings;
  const ledger = await readLedger(session.client);
  const following = await prepareFollowing({ history, ledger, placeholders, applied: options.merged ?? 'independent' });
  const replan = (now: Ledger): Plan =>
    plan({ history, ledger: now, direction: 'up', target: resolvePlanTarget(history, now, text, 'up'), following });
  const planned = replan(ledger);
  const target = ['upgrade', ...(text === 'head' ? [] : [text])].join(' ');
  const command = [target, ...flagsAgain(options)].join(' ');
  const loss = await foreseeLoss(session.client, reverting(planned), settings);
  if (options.dryRun)
    return (await import('../execution/print-plan.ts')).printPlan(context, session, { plan: planned, settings, command, ledger, loss });
  if (options.sql)
    return (await import('../execution/print-script.ts')).printScript(context, session, { plan: planned, ledger, settings, options });

  if (!context.output.json) noteFindings(context, history);
  if (!(await mayRevert(context, { plan: planned, ledger, loss, options, target }))) return 3;
  const verification = isVerified(options)
    ? await (await import('../verify/step-verification.ts')).stepVerification(context, session, {
        history,
        ledger,
        settings,
        writes: options.verifyWrites,
      })
    : null;
  const idle = planned.steps.length === 0 && planned.unfinished === null;
  const actions = { gmrc, settings: database, placeholders };
  if (!idle) {
    // A role that may not create the ledger hears so from us; the action godwit.sql of a new project would fail in its own words.
    if (gmrc.actions.beforeAllMigrations.length > 0) await ensureLedger(session.client);
    await runActions(context, 'beforeAllMigrations', actions);
  }
  return runPlan(context, session, {
    verification,
    untilGate: options.untilGate,
    history,
    plan: planned,
    replan,
    settings,
    command,
    afterwards: async () => {
      if (!idle) await runActions(context, 'afterAllMigrations', actions);
      await markAsProduction(context, session);
    },
  });
}
