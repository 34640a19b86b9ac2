import type { History } from '@godwit/history';
import { type Direction, type ExecutionError, GateClosed, type Ledger, type Outcome, readLedger, StepUnfinished } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { count, visibleLength } from '../output/columns.ts';
import { commandNames } from '../output/command-names.ts';
import type { Output } from '../output/output.ts';
import { errorAsData } from '../output/render-error.ts';
import { duration } from '../output/time.ts';
import type { Session } from '../session/open-session.ts';
import { placeOf } from '../session/place.ts';
import { fittingName } from '../session/revision-names.ts';

export interface FinishedExecution {
  readonly outcome: Outcome;
  /** Read after the execution. */
  readonly ledger: Ledger;
  readonly history: History;
  readonly ms: number;
  readonly direction: Direction;
}

/** The last lines of `upgrade` and `downgrade`: what was done, where the database stands, what comes next. */
export function printOutcome(context: CommandContext, session: Session, finished: FinishedExecution): void {
  const { output, invocation } = context;
  const { outcome, ledger, history, direction, ms } = finished;
  const { name, pending, ahead } = placeOf(history, ledger);
  const { display } = session.database;
  if (output.json) {
    const steps = outcome.applied.map(({ step }) => step.name);
    output.value({ event: 'done', database: display, revision: name, steps, raced: outcome.raced, pending, ahead, ms: Math.round(ms) });
    return;
  }
  const { green, dim } = output.style;
  const down = direction === 'down';
  const done = outcome.applied.length + outcome.raced.length > 0;
  const isHead = pending === 0 && ahead === 0 && name !== 'base';
  const rest = `${isHead ? ' (head)' : ''}${down && pending > 0 ? `, ${pending} pending` : ''}`;
  const took = outcome.applied.length > 0 ? dim(`  ${duration(ms)}`) : '';
  const what = `${green('✔')} ${done ? whatWasDone(outcome, direction) : down ? 'nothing to revert' : 'up to date'}`;
  const place = placeWithin(output, { display, name, rest, beside: visibleLength(what + took) + 2 });
  if (place.beside) output.line(`${what}; ${place.text}${took}`);
  else for (const line of [what + took, `  ${place.text}`]) output.line(line);
  if (ahead > 0 && !down) output.line(`  database is ${ahead} ahead of this disk: a newer build was here, nothing to do`);
  // Who has just gone down does not want to be sent up again.
  if (pending > 0 && !down) output.line(`next: ${invocation} upgrade  ${dim(`(${count(pending, 'revision')} pending)`)}`);
}

export interface FailedExecution {
  readonly error: ExecutionError;
  readonly history: History;
  /** As it was typed: `upgrade +2`. */
  readonly command: string;
}

/** After the error: where the database stands now, and what to type when the cause is gone. Says nothing when the server cannot be asked. */
export async function printFailure(context: CommandContext, session: Session, failed: FailedExecution): Promise<void> {
  const { output, invocation } = context;
  const { error, history, command } = failed;
  const ledger = await readLedgerAgain(session);
  if (ledger === null) return;
  const { name, pending } = placeOf(history, ledger);
  const { display } = session.database;
  if (output.json) {
    output.value({ event: 'failed', database: display, revision: name, done: error.done, pending, ...errorAsData(error, invocation) });
    return;
  }
  const done = error.done === 0 ? 'nothing was done' : `${count(error.done, 'revision')} done`;
  const place = placeWithin(output, { display, name, rest: pending > 0 ? `, ${pending} pending` : '', beside: done.length + 2 });
  if (place.beside) output.note(`${done}; ${place.text}`);
  else for (const line of [done, place.text]) output.note(line);
  output.note(`next: ${nextAfter(error, command, invocation)}`);
}

function nextAfter(error: ExecutionError, command: string, invocation: string): string {
  if (error instanceof GateClosed) return `${commandNames(invocation).backfill} run ${error.backfill}`;
  if (error.stays) return `${invocation} downgrade -1`;
  return `${invocation} ${error instanceof StepUnfinished ? 'repair' : command}`;
}

/** Instead of an error: a deployment that goes as far as the backfills let it has done what it should. */
export async function printGate(
  context: CommandContext,
  session: Session,
  { error, history }: { readonly error: GateClosed; readonly history: History },
): Promise<void> {
  const { output, invocation } = context;
  const ledger = await readLedger(session.client);
  const { name, pending } = placeOf(history, ledger);
  const { display } = session.database;
  if (output.json) {
    const { done, revision, backfill } = error;
    output.value({ event: 'gate', database: display, revision: name, done, pending, waits: revision, backfill });
    return;
  }
  const { green, yellow } = output.style;
  const done = error.done === 0 ? 'nothing to apply before a gate' : `${count(error.done, 'revision')} applied`;
  output.line(`${green('✔')} ${done}; ${display} is at ${name}`);
  output.line(`  ${yellow('■')} ${error.revision} waits for the backfill ${error.backfill}`);
  output.line(`next: ${commandNames(invocation).backfill} run ${error.backfill}`);
}

/** The session's own connection may be the one that broke. */
async function readLedgerAgain({ client, connect }: Session): Promise<Ledger | null> {
  try {
    return await readLedger(client);
  } catch {
    try {
      const other = await connect();
      return await readLedger(other).finally(() => other.end());
    } catch {
      return null;
    }
  }
}

interface PlaceWords {
  /** The database. */
  readonly display: string;
  readonly name: string;
  /** What follows the name. */
  readonly rest: string;
  /** How long the words are that would stand before it on the same line. */
  readonly beside: number;
}

/** Where the database stands: beside what was done, by its name or else its number, or where there is no room on a line of its own. */
function placeWithin({ width }: Output, { display, name, rest, beside }: PlaceWords): { readonly text: string; readonly beside: boolean } {
  const sentence = (room: number) => `${display} is at ${fittingName(name, room - display.length - 7 - rest.length)}${rest}`;
  const short = sentence(width - beside);
  return short.length <= width - beside ? { text: short, beside: true } : { text: sentence(width - 2), beside: false };
}

function whatWasDone({ applied, raced }: Outcome, direction: Direction): string {
  if (applied.length === 0) return `${count(raced.length, 'revision')} ${direction === 'up' ? 'applied' : 'reverted'} by another run`;
  const up = applied.filter(({ step }) => step.direction === 'up').length;
  const down = applied.length - up;
  const parts = [
    ...(up > 0 ? [`${count(up, 'revision')} applied`] : []),
    // After a merge some go back first, to come again.
    ...(down > 0 ? [up > 0 ? `${down} reverted before` : `${count(down, 'revision')} reverted`] : []),
    ...(raced.length > 0 ? [`${raced.length} by another run`] : []),
  ];
  return parts.join(', ');
}
