import {
  type Blocker,
  describeBlocker,
  type ExecutionError,
  type ExecutionEvent,
  type ExplainedStep,
  GateClosed,
  Interrupted,
  type Observer,
  type Step,
} from '@godwit/migrator';
import type { CheckResult } from '@godwit/verify';
import { TAKEN_BACK } from '../authoring/with-way-back.ts';
import type { CommandContext } from '../context.ts';
import { fit } from '../output/columns.ts';
import type { Output } from '../output/output.ts';
import { duration } from '../output/time.ts';
import { revisionTitle } from '../session/revision-names.ts';
import { verifiedAsData, verifiedInWords } from '../verify/verified-in-words.ts';
import { describeLocks } from './describe-locks.ts';
import { eventAsData } from './event-as-data.ts';

/** Tells an execution as it happens. */
export interface EventPrinter {
  readonly observe: Observer;
  /** Marks the revision in which it ended. */
  readonly fail: (error: ExecutionError) => void;
}

export interface EventDetails {
  /** The steps with their locks, for `--verbose`. */
  readonly explained: readonly ExplainedStep[];
  /** The checks that were made of a step, none of which has failed; null where none was. */
  readonly verified: (step: Step) => readonly CheckResult[] | null;
}

const NO_DETAILS: EventDetails = { explained: [], verified: () => null };

/** A line a revision, what it waits for on the terminal's last line; with `--json` each event on a line. */
export function printEvents(
  context: CommandContext,
  steps: readonly Step[],
  { explained, verified }: EventDetails = NO_DETAILS,
): EventPrinter {
  const { output } = context;
  if (output.json) return { observe: (event) => printData(output, event, verified), fail: () => undefined };
  const label = createLabel(output, steps);
  return {
    observe: (event) => {
      printEvent(output, label, event);
      if (event.kind === 'stepStarted')
        printLocks(
          output,
          explained.find(({ step }) => step.hash === event.step.hash),
        );
      if (event.kind === 'stepFinished') printVerified(output, verified(event.result.step));
    },
    fail: (error) => {
      const step = steps.find(({ name }) => name === error.revision);
      if (step) output.line(`  ${glyphOf(error, output.style)} ${label(step).trimEnd()}`);
    },
  };
}

function printData(output: Output, event: ExecutionEvent, verified: EventDetails['verified']): void {
  output.value(eventAsData(event));
  const results = event.kind === 'stepFinished' ? verified(event.result.step) : null;
  if (event.kind === 'stepFinished' && results !== null) output.value(verifiedAsData(event.result.step, results));
}

/** `12 checks hold, 3 left out`, below the revision. */
function printVerified(output: Output, results: readonly CheckResult[] | null): void {
  if (results !== null) output.line(output.style.dim(`      ${verifiedInWords(results)}`));
}

/** Stopped by somebody, waiting for a backfill, or failed. */
function glyphOf(error: ExecutionError, style: Output['style']): string {
  if (error instanceof Interrupted) return style.yellow('◐');
  return error instanceof GateClosed ? style.yellow('■') : style.red('✖');
}

/** Of a statement where no terminal says how much there is room for. */
const WIDEST_STATEMENT = 200;

/** A statement in less room says nothing. */
const LEAST_STATEMENT = 24;

function printLocks(output: Output, explained: ExplainedStep | undefined): void {
  for (const line of describeLocks(explained?.locks ?? [], output)) output.line(line);
}

type Label = (step: Step) => string;

/** Number and title, as wide as the widest, so that times stand below each other. */
function createLabel(output: Output, steps: readonly Step[]): Label {
  const most = Math.max(24, output.width - 24);
  const width = Math.max(0, ...steps.map((step) => fit(revisionTitle(step), most).length));
  return (step) => `${step.name.split('-')[0]}  ${fit(revisionTitle(step), most).padEnd(width)}`;
}

function printEvent(output: Output, label: Label, event: ExecutionEvent): void {
  const { style } = output;
  switch (event.kind) {
    case 'takenBack':
      output.line(`  ${style.yellow('↶')} ${TAKEN_BACK}`);
      break;
    case 'stepStarted':
      output.transient(`  ◐ ${label(event.step).trimEnd()}  ${event.index + 1} of ${event.count}`);
      break;
    case 'statementFinished': {
      const took = `      ${duration(event.ms).padStart(7)}  `;
      const rows = event.rows ? `  ${event.rows} rows` : '';
      const room = Math.max(LEAST_STATEMENT, output.width - took.length - rows.length);
      output.line(style.dim(`${took}${fit(oneLine(event.sql), Math.min(room, WIDEST_STATEMENT))}${rows}`));
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
      output.transient(`  ◐ ${label(event.step).trimEnd()}  ${event.phase}${percent(event.done, event.total)}`);
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
    case 'renamed':
      for (const { from, to } of event.revisions) output.line(`  ${style.cyan('↪')} ${style.dim(`${from} is ${to} now`)}`);
      break;
    case 'stepFinished': {
      const { step, ms, attempts } = event.result;
      const glyph = step.direction === 'up' ? style.green('✔') : style.yellow('↶');
      output.line(`  ${glyph} ${label(step)}  ${style.dim(duration(ms) + (attempts > 1 ? `, try ${attempts}` : '') + sourceOf(step))}`);
      break;
    }
  }
}

/** A revert that this disk does not have, or not in a usable state. */
function sourceOf({ direction, source }: Step): string {
  return direction === 'down' && source.kind === 'ledger' ? '  revert from the copy in the database' : '';
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
