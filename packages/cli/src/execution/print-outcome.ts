import type { History } from '@godwit/history';
import { type Ledger, ledgerHead, nameOfApplied, type Outcome } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { duration } from '../output/time.ts';
import type { Session } from '../session/open-session.ts';

export interface FinishedExecution {
  readonly outcome: Outcome;
  /** Read after the execution. */
  readonly ledger: Ledger;
  readonly history: History;
  readonly ms: number;
  /** Applied revisions that this disk does not have. */
  readonly databaseAhead: number;
}

/** The last lines of `upgrade` and `downgrade`: what was done, where the database stands, what comes next. */
export function printOutcome(context: CommandContext, session: Session, finished: FinishedExecution): void {
  const { output, invocation } = context;
  const { outcome, ledger, history, databaseAhead } = finished;
  const head = ledgerHead(ledger);
  const name = head ? nameOfApplied(head) : 'base';
  const applied = new Set(ledger.applied.map(({ hash }) => hash));
  const pending = databaseAhead > 0 ? 0 : history.revisions.filter(({ hash }) => !applied.has(hash)).length;
  if (output.json) {
    const steps = outcome.applied.map(({ step }) => step.name);
    output.value({
      event: 'done',
      database: session.database.display,
      revision: name,
      steps,
      raced: outcome.raced,
      pending,
      databaseAhead,
      ms: Math.round(finished.ms),
    });
    return;
  }
  const place = pending === 0 && databaseAhead === 0 && head ? `${name} (head)` : name;
  const { green, dim } = output.style;
  output.line(
    `${green('✔')} ${whatWasDone(finished)}; ${session.database.display} is at ${place}${outcome.applied.length > 0 ? dim(`  ${duration(finished.ms)}`) : ''}`,
  );
  if (databaseAhead > 0) output.line(`  database is ${databaseAhead} ahead of this disk: a newer build was here, nothing to do`);
  if (pending > 0) output.line(`next: ${invocation} upgrade  (${count(pending, 'revision')} pending)`);
}

function whatWasDone({ outcome }: FinishedExecution): string {
  const raced = outcome.raced.length > 0 ? `${outcome.raced.length} by another run` : '';
  if (outcome.applied.length === 0) return raced ? `done, ${raced}` : 'up to date';
  const verb = outcome.applied[0]?.step.direction === 'down' ? 'reverted' : 'applied';
  return `${count(outcome.applied.length, 'revision')} ${verb}${raced ? `, ${raced}` : ''}`;
}
