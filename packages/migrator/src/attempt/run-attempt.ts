import type { RevisionHash } from '@godwit/history';
import type { Client } from 'pg';
import { checkBodies } from '../execute/check-bodies.ts';
import type { Run } from '../execute/run.ts';
import { type RunOptions, withRun } from '../execute/with-run.ts';
import { runScript } from '../ledger/run-script.ts';
import { type AttemptSql, compileAttempt } from './attempt-sql.ts';
import { type AttemptEnding, inAttemptTransaction } from './attempt-transaction.ts';
import { attemptWrites, breakSql, completeSql, undoneWrites } from './attempt-writes.ts';
import { runOutside } from './run-outside.ts';
import type { StoredUndo } from './stored-attempt.ts';

/** A text that is to be applied on top of the last revision. */
export interface NewAttempt {
  /** A new UUID. */
  readonly id: string;
  readonly text: AttemptSql;
  /** Of the text as it is sent. */
  readonly digest: string;
  /** Its way back, when that is known already. */
  readonly undo: StoredUndo | null;
  /** What the database looks like without it, as JSON; null keeps what is stored. Asked for when `inBetween` has looked. */
  readonly base: () => string | null;
  /** False where graphile-migrate has applied a text that has no way back: then the ledger learns no more than it would by graphile-migrate. */
  readonly recorded: boolean;
}

export interface AttemptWork {
  /** Where the ledger must stand; null is base. */
  readonly expectedHead: RevisionHash | null;
  /** What is applied, and how to take it back: it goes first. Null when nothing is. */
  readonly previous: { readonly id: string; readonly undo: AttemptSql } | null;
  /** What is applied then; null to leave the last revision as it is. */
  readonly next: NewAttempt | null;
  /** Looks at the database between the two, inside the transaction; what it throws ends the work, and nothing of it stays. */
  readonly inBetween?: (client: Client) => Promise<void>;
  /** The same after the text, before it is committed; not for a text that runs outside a transaction. */
  readonly afterwards?: (client: Client) => Promise<void>;
}

/**
 * Takes back what watch has applied and applies what stands there now, in one transaction: when anything fails, the database stays as
 * it was. Deferred constraints are checked in between and at the end.
 *
 * SQL that asks to run outside a transaction gets its own: a text follows when the way back of the last one is committed, and the row of
 * the ledger says `complete = false` until it is done, so that a crash is seen; its way back is then to be computed.
 *
 * @throws StepFailed with the name of the SQL that failed, BodyRefused, LockBudgetExceeded, Interrupted, ConnectionLost
 */
export async function runAttempt(options: RunOptions, work: AttemptWork): Promise<AttemptEnding> {
  return await withRun(options, (run) => runAttemptIn(run, work));
}

/** The same in a run that has begun. */
export async function runAttemptIn(run: Run, work: AttemptWork): Promise<AttemptEnding> {
  const { expectedHead, previous, next } = work;
  const { settings } = run;
  const undo = previous === null ? null : compileAttempt(previous.undo, settings, { direction: 'down', expectedHead });
  const text = next === null ? null : compileAttempt(next.text, settings, { direction: 'up', expectedHead });
  const about = text ?? undo;
  if (about === null) return 'done';
  await checkBodies(
    [undo, text].filter((compiled) => compiled !== null),
    settings,
  );
  const nothing = { previousId: previous?.id ?? null, undo: null, inBetween: undefined, text: null, afterwards: undefined };
  if (previous !== null && undo !== null && !undo.step.transactional) {
    if ((await inAttemptTransaction(run, undo, { ...nothing, writes: () => breakSql(previous.id) })) === 'moved') return 'moved';
    await runOutside(run, undo);
  }
  const written = { head: expectedHead, godwitVersion: settings.actor.godwitVersion };
  const ending = await inAttemptTransaction(run, about, {
    ...nothing,
    undo: undo?.step.transactional ? undo : null,
    inBetween: work.inBetween,
    text: text?.step.transactional ? text : null,
    afterwards: work.afterwards,
    writes: () => (next === null ? undoneWrites() : attemptWrites({ next, ...written })),
  });
  if (ending === 'moved' || text === null || next === null || text.step.transactional) return ending;
  await runOutside(run, text);
  if (next.recorded) await runScript(run.session.client, completeSql(next.id));
  return 'done';
}
