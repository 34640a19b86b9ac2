import { renderCodeFrame } from '@godwit/diagnostics';
import { type ExecuteSettings, type ExplainedStep, explain, type Ledger, type LossReport, type Plan, type Step } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { count, fit } from '../output/columns.ts';
import { header } from '../output/header.ts';
import type { Output } from '../output/output.ts';
import { wrap } from '../output/wrap.ts';
import type { Session } from '../session/open-session.ts';
import { revisionTitle } from '../session/revision-names.ts';
import { describeLocks } from './describe-locks.ts';
import { describeLoss, describeUnseen } from './describe-loss.ts';
import { describeMoves } from './describe-moves.ts';
import { type StatementLines, statementLines } from './statement-lines.ts';

export interface PrintedPlan {
  readonly plan: Plan;
  readonly settings: ExecuteSettings;
  /** As it was typed, without `--dry-run`. */
  readonly command: string;
  readonly ledger: Pick<Ledger, 'attempt'>;
  /** What the steps down would take from the rows. */
  readonly loss?: LossReport;
}

/** `--dry-run`: each step of the plan with its statements and the locks it takes on what is there; nothing runs. Exits 1 when a step cannot be run. */
export async function printPlan(
  context: CommandContext,
  session: Session,
  { plan, settings, command, ledger, loss }: PrintedPlan,
): Promise<ExitCode> {
  const { output, invocation } = context;
  const { display } = session.database;
  const steps = await explain(plan, settings);
  const unusable = steps.some(({ problem }) => problem !== null);
  const [from, to] = [plan.from?.name ?? 'base', plan.to?.name ?? 'base'];
  const takesBack = ledger.attempt !== null && steps.length > 0;
  if (output.json) {
    output.value({
      database: display,
      direction: plan.direction,
      from,
      to,
      ...(takesBack ? { takesBack: 'current.sql' } : {}),
      steps: steps.map(asData),
      ...(plan.moves === undefined
        ? {}
        : { moves: plan.moves.map(({ from, to, how, because }) => ({ from: from.name, to: to.name, how, because })) }),
      ...(loss === undefined ? {} : { loss }),
    });
    return unusable ? 1 : 0;
  }
  output.line(header(output, 'Plan', display, `${digitsOf(from)} → ${digitsOf(to)}`));
  if (takesBack) output.line(`  ${output.style.yellow('↶')} current.sql, which watch has applied, is taken back first`);
  for (const line of describeMoves(plan.moves ?? [], output.style)) output.line(line);
  const leftOut = printSteps(context, steps);
  if (loss !== undefined) printLosses(output, loss);
  if (steps.length === 0) {
    output.line(plan.databaseAhead > 0 ? `  nothing to do: database is ${plan.databaseAhead} ahead of this disk` : '  nothing to do');
    return 0;
  }
  output.line();
  output.line(output.style.dim(`${count(steps.length, 'step')}; nothing was changed`));
  if (leftOut > 0) output.line(output.style.dim(`${count(leftOut, 'line')} of code and data left out: --verbose shows them`));
  if (!unusable) output.line(`next: ${invocation} ${command}`);
  return unusable ? 1 : 0;
}

/** @returns how many lines of their statements were left out */
function printSteps(context: CommandContext, steps: readonly ExplainedStep[]): number {
  const { output } = context;
  let leftOut = 0;
  for (const [index, step] of steps.entries()) {
    if (index > 0) output.line();
    const statements = step.statements.map((one) => statementLines(one, { indent: 8, width: output.width, whole: output.verbose }));
    for (const line of render(output, step, statements)) output.line(line);
    for (const one of statements) leftOut += one.leftOut;
  }
  return leftOut;
}

function printLosses(output: Output, loss: LossReport): void {
  const losses = [...describeLoss(loss), ...describeUnseen(loss)];
  if (losses.length > 0) output.line();
  for (const line of losses) {
    const [first = '', ...more] = wrap(`    ${line}`, output.width);
    // Examples are indented below what they are examples of.
    output.line(`  ${line.startsWith(' ') ? ' ' : output.style.yellow('!')} ${first.slice(4)}`);
    for (const rest of more) output.line(rest);
  }
}

function digitsOf(name: string): string {
  return name.split('-')[0] ?? name;
}

function render(output: Output, { step, statements, locks, problem }: ExplainedStep, shown: readonly StatementLines[]): string[] {
  const { style, width } = output;
  const unseen = statements.some(({ opaque }) => opaque);
  const felt = describeLocks(locks, output);
  const mode = step.transactional ? 'one transaction' : 'outside a transaction';
  const glyph = step.direction === 'up' ? style.green('+') : style.yellow('−');
  return [
    `  ${glyph} ${digitsOf(step.name)}  ${fit(revisionTitle(step), width - 12)}`,
    style.dim(
      `      ${mode}, ${count(statements.length, 'statement')}${step.source.kind === 'ledger' ? ', from the copy in the database' : ''}${beneath(step)}`,
    ),
    ...felt,
    ...(unseen ? [style.dim('      what code in it locks cannot be foreseen')] : []),
    ...(felt.length === 0 && !unseen && problem === null ? [style.dim('      locks nothing that others use')] : []),
    ...shown.flatMap(({ lines }) => lines),
    ...(problem
      ? [`      ${style.red('✖')} ${problem.finding.message}`, ...renderCodeFrame(problem.frame, width - 6).map((line) => `      ${line}`)]
      : []),
  ];
}

function beneath({ insertion }: Step): string {
  return insertion === undefined ? '' : `, beneath ${insertion.changes[0]?.name}`;
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
