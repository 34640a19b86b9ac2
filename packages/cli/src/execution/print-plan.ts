import { renderCodeFrame } from '@godwit/diagnostics';
import { type ExecuteSettings, type ExplainedStep, explain, type Plan } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { count, fit } from '../output/columns.ts';
import { header } from '../output/header.ts';
import type { Session } from '../session/open-session.ts';
import { revisionTitle } from '../session/revision-names.ts';
import { describeLocks } from './describe-locks.ts';

/** `--dry-run`: each step of the plan with its statements and the locks it takes on what is there; nothing runs. Exits 1 when a step cannot be run. */
export async function printPlan(
  context: CommandContext,
  session: Session,
  { plan, settings, command }: { readonly plan: Plan; readonly settings: ExecuteSettings; readonly command: string },
): Promise<ExitCode> {
  const { output } = context;
  const steps = await explain(plan, settings);
  const unusable = steps.some(({ problem }) => problem !== null);
  if (output.json) {
    output.value({
      database: session.database.display,
      direction: plan.direction,
      from: plan.from?.name ?? 'base',
      to: plan.to?.name ?? 'base',
      steps: steps.map(asData),
    });
    return unusable ? 1 : 0;
  }
  output.line(
    header(
      output,
      'Plan',
      session.database.display,
      `${plan.from?.name.split('-')[0] ?? 'base'} → ${plan.to?.name.split('-')[0] ?? 'base'}`,
    ),
  );
  for (const step of steps) for (const line of render(context, step)) output.line(line);
  if (steps.length === 0)
    output.line(plan.databaseAhead > 0 ? `  nothing to do: database is ${plan.databaseAhead} ahead of this disk` : '  nothing to do');
  else output.line(output.style.dim(`${count(steps.length, 'step')}; nothing was changed`));
  if (steps.length > 0 && !unusable) output.line(`next: ${context.invocation} ${command}`);
  return unusable ? 1 : 0;
}

function render(context: CommandContext, { step, statements, locks, problem }: ExplainedStep): string[] {
  const { style, width } = context.output;
  const mode = step.transactional ? 'one transaction' : 'outside a transaction';
  const glyph = step.direction === 'up' ? style.green('+') : style.yellow('−');
  return [
    `  ${glyph} ${step.name.split('-')[0]}  ${fit(revisionTitle(step), width - 12)}`,
    style.dim(
      `      ${mode}, ${count(statements.length, 'statement')}${step.source.kind === 'ledger' ? ', from the copy in the database' : ''}`,
    ),
    ...statements.map(({ firstLine }) => style.dim(`      ${fit(firstLine, width - 8)}`)),
    ...describeLocks(locks, style),
    ...(problem
      ? [`      ${style.red('✖')} ${problem.finding.message}`, ...renderCodeFrame(problem.frame, width - 6).map((line) => `      ${line}`)]
      : []),
  ];
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
