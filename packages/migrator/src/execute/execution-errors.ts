import { type CodeFrame, GodwitError, type GodwitErrorOptions } from '@godwit/diagnostics';
import type { Step } from '../plan/step.ts';
import type { Blocker } from './blocker.ts';
import { describeBlocker } from './describe-blocker.ts';

/** What ended an execution. The steps before it stay applied; nothing of its own step does, unless the class says otherwise. */
export abstract class ExecutionError extends GodwitError {
  /** `000003-add-ratings`; null between steps. */
  readonly revision: string | null;
  /** How many steps of this run were done before. Set by the executor, which knows. */
  done = 0;

  constructor(step: Step | null, options: GodwitErrorOptions) {
    super(options);
    this.revision = step?.name ?? null;
  }
}

/** The server refused a statement. */
export class StepFailed extends ExecutionError {
  readonly statement: string;
  readonly sqlState: string;

  constructor(
    step: Step,
    options: {
      readonly statement: string;
      readonly sqlState: string;
      readonly message: string;
      readonly details: readonly string[];
      readonly frame: CodeFrame | null;
      readonly help: string;
      readonly cause: unknown;
    },
  ) {
    const { statement, sqlState, message, details, frame, help, cause } = options;
    super(step, { code: 'GW220', message: `${step.name}: ${message}`, details, help, cause, ...(frame === null ? {} : { frame }) });
    this.statement = statement;
    this.sqlState = sqlState;
  }
}

/** A body that cannot be run as a migration, refused before the first step. */
export class BodyRefused extends ExecutionError {
  constructor(step: Step, options: { readonly message: string; readonly help: string | null; readonly frame: CodeFrame }) {
    const { message, help, frame } = options;
    super(step, { code: 'GW221', message: `${step.name}: ${message}`, frame, ...(help === null ? {} : { help }) });
  }
}

/** The locks that a step needs were not to be had within its budget, again and again until patience was over. */
export class LockBudgetExceeded extends ExecutionError {
  readonly blockers: readonly Blocker[];
  readonly attempts: number;

  constructor(
    step: Step,
    options: { readonly blockers: readonly Blocker[]; readonly attempts: number; readonly budgetMs: number; readonly cause: unknown },
  ) {
    const { blockers, attempts, budgetMs, cause } = options;
    super(step, {
      code: 'GW222',
      message: `${step.name} waited longer than ${budgetMs} ms for locks, ${attempts === 1 ? 'once' : `${attempts} times`}`,
      details: blockers.map((blocker) => `blocked by ${describeBlocker(blocker)}`),
      help: [
        'Nothing of it was applied. Let the sessions above end their transactions, then run the command again, or give it more time:',
        '  --patience 30m      keep trying for longer',
        '  --lock-timeout 5s   wait longer each time; queries on the table queue up behind it meanwhile',
        'Who blocks whom: select pid, pg_blocking_pids(pid), state, xact_start, query from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0',
      ].join('\n'),
      cause,
    });
    this.blockers = blockers;
    this.attempts = attempts;
  }
}

/** Somebody else holds the ledger, or runs a step outside a transaction, for longer than we wait. */
export class OtherRunBusy extends ExecutionError {
  readonly holders: readonly Blocker[];

  constructor(step: Step | null, options: { readonly holders: readonly Blocker[]; readonly waitedMs: number; readonly cause?: unknown }) {
    const { holders, waitedMs, cause } = options;
    super(step, {
      code: 'GW223',
      message: `another run has been at work on this database for ${Math.round(waitedMs / 1000)} s`,
      details: holders.map((holder) => `held by ${describeBlocker(holder)}`),
      help: 'Wait for it (`godwit wait`), or give this one more time: --patience 30m. To stop the other: select pg_terminate_backend(<pid>)',
      cause,
    });
    this.holders = holders;
  }
}

/** Somebody stopped the execution. */
export class Interrupted extends ExecutionError {
  constructor(step: Step | null, cause?: unknown) {
    super(step, {
      code: 'GW224',
      message: step === null ? 'interrupted' : `interrupted in ${step.name}`,
      help: step === null ? 'Run the command again to go on.' : 'Nothing of it stays. Run the command again to go on.',
      cause,
    });
  }
}

/** The connection broke. Of the step in which it did, nothing stays, unless it runs outside a transaction. */
export class ConnectionLost extends ExecutionError {
  constructor(step: Step, cause: unknown) {
    super(step, {
      code: 'GW225',
      message: `the connection was lost in ${step.name}`,
      help: step.transactional
        ? 'Nothing of it was applied. Run the command again to go on.'
        : 'The server may still be at work on it. Run the command again: it waits for that to end, cleans up, and goes on.',
      cause,
    });
  }
}

/** The connection broke while the server was committing, and the server is not to be reached again. */
export class CommitUnknown extends ExecutionError {
  constructor(step: Step, cause: unknown) {
    super(step, {
      code: 'GW228',
      message: `the connection was lost while ${step.name} was being committed`,
      help: 'It was either applied whole or not at all. When the server is back, `godwit current` tells; running the command again is right in both cases.',
      cause,
    });
  }
}

/** The body ran, the ledger could not be written: the step was rolled back. */
export class LedgerWriteFailed extends ExecutionError {
  constructor(step: Step, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    super(step, {
      code: 'GW229',
      message: `${step.name} could not be entered in the ledger: ${message}`,
      help: 'Nothing of it was applied. Set right what the server says above, and run the command again.',
      cause,
    });
  }
}

/** A statement outside a transaction did not say how it ended, and its effect cannot be recognised. */
export class StepUnfinished extends ExecutionError {
  readonly statement: string;

  constructor(entry: {
    readonly record: { readonly name: string };
    readonly direction: Step['direction'];
    readonly statement: string;
    readonly startedAt: Date;
  }) {
    const { record, direction, statement, startedAt } = entry;
    super(null, {
      code: 'GW230',
      message: `${record.name} was being ${direction === 'up' ? 'applied' : 'reverted'} outside a transaction when its run ended, and nobody knows how far it came`,
      details: [`begun ${startedAt.toISOString()}`, ...statement.trim().split('\n')],
      help: [
        'Look whether the statement had its effect, then say so:',
        '  godwit repair --applied       it had: the ledger is brought up to date',
        '  godwit repair --not-applied   it had not, or you have undone it: the next run repeats it',
      ].join('\n'),
      exitCode: 3,
    });
    this.statement = statement;
  }
}

/** The ledger stands where the plan does not lead. */
export class LedgerMoved extends ExecutionError {
  constructor(step: Step, head: string) {
    super(step, {
      code: 'GW226',
      message: `somebody moved this database to ${head} while ${step.name} was about to be ${step.direction === 'up' ? 'applied' : 'reverted'}`,
      help: 'Nothing of it was applied. Look where the database stands (`godwit current`), and run the command again.',
    });
  }
}

/** A body ended its own transaction in a way that its text did not show. */
export class TransactionEnded extends ExecutionError {
  constructor(step: Step) {
    super(step, {
      code: 'GW227',
      message: `${step.name} ended the transaction that it ran in`,
      help: 'What it did before that point stays, and the ledger does not know it. Undo it by hand, remove the COMMIT or ROLLBACK from the revision, and run the command again.',
    });
  }
}
