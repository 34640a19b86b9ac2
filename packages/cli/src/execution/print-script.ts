import { applyPlaceholders, type History, type TargetRange } from '@godwit/history';
import { type Direction, type ExecuteSettings, LEDGER_VERSION, type Ledger, type Plan, render } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { count } from '../output/columns.ts';
import type { Session } from '../session/open-session.ts';
import { databaseFlag, EMBEDDED_DATABASE, selectConfigured } from '../session/select-database.ts';
import { type ExecutionOptions, executeSettings, openGmrc } from './execution-options.ts';
import { ScriptBlocked, ScriptNeedsDatabase } from './script-errors.ts';
import { planRange } from './script-range.ts';

/** The role that the embedded server knows. */
const EMBEDDED_ROLE = 'postgres';

interface PlannedScript {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly settings: ExecuteSettings;
  readonly options: ExecutionOptions;
}

/**
 * `--sql`: the plan for the ledger of a database, as a script for psql on stdout. Changes nothing.
 *
 * @throws ScriptBlocked when a step outside a transaction is unfinished
 */
export async function printScript(
  context: CommandContext,
  session: Session,
  { plan, ledger, settings, options }: PlannedScript,
): Promise<ExitCode> {
  if (plan.unfinished) throw new ScriptBlocked(plan.unfinished.name);
  const { version } = ledger;
  const current = version !== null && version.major === LEDGER_VERSION.major && version.minor >= LEDGER_VERSION.minor;
  const { display, settings: database } = session.database;
  if (ledger.attempt !== null && plan.steps.length > 0) noteAttempt(context, display);
  await print(context, { plan, settings, options, includeLedgerSchema: !current, databaseName: database.database, display });
  return 0;
}

/** A script cannot take back what watch has applied: it is refused, as `require-head.sql` says. */
function noteAttempt({ output, invocation }: CommandContext, display: string): void {
  if (output.json) return;
  output.note(
    `${output.errorStyle.yellow('!')} current.sql is applied to ${display}; the script is refused there until it is taken back: ${invocation} watch --undo`,
  );
}

/**
 * `--sql` with a range: the plan between two revisions on disk, for a database that stands at the first. Connects to none.
 *
 * @throws ScriptNeedsDatabase when a revision holds the name of the database and none is configured
 */
export async function printRange(
  context: CommandContext,
  input: CommandInput,
  request: { readonly history: History; readonly range: TargetRange; readonly options: ExecutionOptions; readonly direction: Direction },
): Promise<ExitCode> {
  const { history, range, options, direction } = request;
  const plan = planRange(history, range, direction);
  const gmrc = await openGmrc(context);
  const named = namedDatabase(context, input);
  for (const { name, body } of plan.steps) {
    if (named.database === '') refuse(name, body, ':DATABASE_NAME');
    if (named.user === '' && gmrc.databaseOwner === null) refuse(name, body, ':DATABASE_OWNER');
  }
  const settings = executeSettings(context, options, { gmrc, settings: named });
  await print(context, { plan, settings, options, includeLedgerSchema: true, databaseName: null, display: null });
  return 0;
}

/** What is known of the database without asking it; empty where nothing is. */
function namedDatabase(context: CommandContext, input: CommandInput): { readonly database: string; readonly user: string } {
  const configured = selectConfigured(context, input);
  if (configured) return configured.settings;
  const { embedded } = context.config();
  return { database: databaseFlag(input) ?? (embedded ? EMBEDDED_DATABASE : ''), user: embedded ? EMBEDDED_ROLE : '' };
}

function refuse(revision: string, body: string, placeholder: string): void {
  if (applyPlaceholders(body, { [placeholder]: '' }) !== body) throw new ScriptNeedsDatabase(revision, placeholder);
}

interface Script extends Omit<PlannedScript, 'ledger'> {
  readonly includeLedgerSchema: boolean;
  readonly databaseName: string | null;
  readonly display: string | null;
}

async function print(context: CommandContext, script: Script): Promise<void> {
  const { output } = context;
  const { plan, settings, options, includeLedgerSchema, databaseName, display } = script;
  const { placeholders, pgSettings, searchPath } = settings;
  const text = await render({
    plan,
    placeholders,
    pgSettings,
    // Who will run it is not known; the server notes the role and the address.
    actor: { osUser: null, host: null, godwitVersion: context.version },
    includeLedgerSchema,
    databaseName,
    generatedBy: `godwit ${context.version}`,
    ...(searchPath === undefined ? {} : { searchPath }),
    // The configured limit supposes that somebody tries again; psql does not.
    ...(options.lockTimeout === undefined ? {} : { lockTimeoutMs: options.lockTimeout }),
  });
  const [from, to] = [plan.from?.name ?? 'base', plan.to?.name ?? 'base'];
  if (output.json) {
    output.value({ database: display, direction: plan.direction, from, to, steps: plan.steps.map(({ name }) => name), script: text });
    return;
  }
  output.raw(text);
  if (plan.steps.length === 0) {
    output.note(`nothing to do: ${display ?? 'the range'} is at ${from}${plan.databaseAhead > 0 ? ', ahead of this disk' : ''}`);
    return;
  }
  output.note(
    `${output.errorStyle.green('✔')} ${count(plan.steps.length, 'revision')} ${plan.direction}, from ${from} to ${to}; nothing was changed`,
  );
  output.note('next: read the script, then psql -X -f FILE');
}
