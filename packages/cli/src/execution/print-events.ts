import { type Blocker, describeBlocker, type ExecutionEvent, type Observer, type Step } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { fit } from '../output/columns.ts';
import type { Output } from '../output/output.ts';
import { duration } from '../output/time.ts';
import { revisionTitle } from '../session/revision-names.ts';

/** Tells an execution as it happens: a line a revision, what it waits for on the terminal's last line, each event as JSON with `--json`. */
export function printEvents(context: CommandContext): Observer {
  const { output } = context;
  return output.json ? (event) => output.value(eventAsData(event)) : (event) => printEvent(output, event);
}

function printEvent(output: Output, event: ExecutionEvent): void {
  const { style } = output;
  const width = Math.max(24, output.width - 24);
  const label = (step: Step) => `${step.name.split('-')[0]}  ${fit(revisionTitle(step), width)}`;
  switch (event.kind) {
    case 'stepStarted':
      output.transient(`  ◐ ${label(event.step)}`);
      break;
    case 'statementFinished': {
      const rows = event.rows ? `  ${event.rows} rows` : '';
      output.line(style.dim(`      ${duration(event.ms).padStart(7)}  ${fit(oneLine(event.sql), width)}${rows}`));
      break;
    }
    case 'notice':
      if (output.verbose || event.severity === 'WARNING') output.note(`      ${event.severity.toLowerCase()}: ${event.message}`);
      break;
    case 'waiting':
      tell(output, `waits for ${event.for === 'another step' ? 'a step of another run' : `the ${event.for}`}`, event.holders);
      break;
    case 'retrying':
      tell(output, `${event.step.name}: locks are taken, try ${event.attempt + 1} in ${duration(event.inMs)}`, event.blockers);
      break;
    case 'progress':
      output.transient(`  ◐ ${label(event.step)}  ${event.phase}${percent(event.done, event.total)}`);
      break;
    case 'repaired':
      output.line(
        `  ${style.yellow('↻')} ${event.name} was cut off: ${event.outcome === 'done' ? 'found to be done' : 'cleaned up, to be run again'}`,
      );
      for (const action of event.actions) output.line(style.dim(`      ${action}`));
      break;
    case 'reconnected':
      output.note('  the connection was lost and made again');
      break;
    case 'alreadyApplied':
      output.line(`  ${style.dim('·')} ${label(event.step)}  ${style.dim('another run did it first')}`);
      break;
    case 'stepFinished': {
      const { step, ms, attempts } = event.result;
      const glyph = step.direction === 'up' ? style.green('✔') : style.yellow('↶');
      output.line(`  ${glyph} ${label(step)}  ${style.dim(duration(ms) + (attempts > 1 ? `, try ${attempts}` : ''))}`);
      break;
    }
  }
}

function tell(output: Output, what: string, holders: readonly Blocker[]): void {
  output.note(`  ${output.errorStyle.yellow('…')} ${what}`);
  for (const holder of holders) output.note(output.errorStyle.dim(`      held by ${describeBlocker(holder)}`));
}

function percent(done: number | null, total: number | null): string {
  return done === null || total === null || total === 0 ? '' : ` ${Math.floor((100 * done) / total)} %`;
}

function oneLine(sql: string): string {
  return sql.replaceAll(/\s+/g, ' ').trim();
}

function eventAsData(event: ExecutionEvent): object {
  const { kind, ...rest } = event;
  const plain = Object.entries(rest).map(([key, value]) => [key, key === 'step' ? stepAsData(value) : value] as const);
  if (event.kind !== 'stepFinished') return { event: kind, ...Object.fromEntries(plain) };
  const { step, ms, attempts } = event.result;
  return { event: kind, step: stepAsData(step), ms, attempts };
}

function stepAsData(step: unknown): unknown {
  if (typeof step !== 'object' || step === null || !('name' in step) || !('direction' in step) || !('hash' in step)) return null;
  return { name: step.name, direction: step.direction, hash: step.hash };
}
