import { renderCodeFrame } from '@godwit/diagnostics';
import { type ExecuteSettings, type ExplainedStep, explain, type LossReport, type Plan, type Step } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { count, fit } from '../output/columns.ts';
import { header } from '../output/header.ts';
import type { Session } from '../session/open-session.ts';
import { revisionTitle } from '../session/revision-names.ts';
import { describeLocks } from './describe-locks.ts';
import { describeLoss, describeUnseen } from './describe-loss.ts';
import { describeMoves } from './describe-moves.ts';

/** Of a statement where no terminal says how much there is room for. */
const WIDEST_STATEMENT = 200;

export interface PrintedPlan {
  readonly plan: Plan;
  readonly settings: ExecuteSettings;
  /** As it was typed, without `--dry-run`. */
  readonly command: string;
  /** What the steps down would take from the rows. */
  readonly loss?: LossReport;
}

/** `--dry-run`: each step of the plan with its statements and the locks it takes on what is there; nothing runs. Exits 1 when a step cannot be run. */
export async function printPlan(
  context: CommandContext,
  session: Session,
  { plan, settings, command, loss }: PrintedPlan,
): Promise<ExitCode> {
  const { output, invocation } = context;
  const { display } = session.database;
  const steps = await explain(plan, settings);
  const unusable = steps.some(({ problem }) => problem !== null);
  const [from, to] = [plan.from?.name ?? 'base', plan.to?.name ?? 'base'];
  if (output.json) {
    output.value({
      database: display,
      direction: plan.direction,
      from,
      to,
      steps: steps.map(asData),
      ...(plan.moves === undefined
        ? {}
        : { moves: plan.moves.map(({ from, to, how, because }) => ({ from: from.name, to: to.name, how, because })) }),
      ...(loss === undefined ? {} : { loss }),
    });
    return unusable ? 1 : 0;
  }
  output.line(header(output, 'Plan', display, `${digitsOf(from)} → ${digitsOf(to)}`));
  for (const line of describeMoves(plan.moves ?? [], output.style)) output.line(line);
  for (const step of steps) for (const line of render(context, step)) output.line(line);
  const losses = loss === undefined ? [] : [...describeLoss(loss), ...describeUnseen(loss)];
  // Examples are indented below what they are examples of.
  for (const line of losses) output.line(`  ${line.startsWith(' ') ? ' ' : output.style.yellow('!')} ${line}`);
  if (steps.length === 0) {
    output.line(plan.databaseAhead > 0 ? `  nothing to do: database is ${plan.databaseAhead} ahead of this disk` : '  nothing to do');
    return 0;
  }
  output.line(output.style.dim(`${count(steps.length, 'step')}; nothing was changed`));
  if (!unusable) output.line(`next: ${invocation} ${command}`);
  return unusable ? 1 : 0;
}

function digitsOf(name: string): string {
  return name.split('-')[0] ?? name;
}

function render(context: CommandContext, { step, statements, locks, problem }: ExplainedStep): string[] {
  const { style, width } = context.output;
  const mode = step.transactional ? 'one transaction' : 'outside a transaction';
  const glyph = step.direction === 'up' ? style.green('+') : style.yellow('−');
  return [
    `  ${glyph} ${digitsOf(step.name)}  ${fit(revisionTitle(step), width - 12)}`,
    style.dim(
      `      ${mode}, ${count(statements.length, 'statement')}${step.source.kind === 'ledger' ? ', from the copy in the database' : ''}${beneath(step)}`,
    ),
    ...statements.map(({ text }) => style.dim(`      ${fit(oneLine(text), Math.min(width - 8, WIDEST_STATEMENT))}`)),
    ...describeLocks(locks, context.output),
    ...(statements.some(({ opaque }) => opaque) ? [style.dim('      what code in it locks cannot be foreseen')] : []),
    ...(problem
      ? [`      ${style.red('✖')} ${problem.finding.message}`, ...renderCodeFrame(problem.frame, width - 6).map((line) => `      ${line}`)]
      : []),
  ];
}

function beneath({ insertion }: Step): string {
  return insertion === undefined ? '' : `, beneath ${insertion.changes[0]?.name}`;
}

function oneLine(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ').trim();
}

function asData({ step, statements, locks, problem }: ExplainedStep): object {
  const { name, direction, transactional, hash } = step;
  return {
    name,
    direction,
    hash,
    transactional,
    statements: statements.map(({ text }) => text),
    locks,
    problem: problem?.finding.message ?? null,
  };
}
