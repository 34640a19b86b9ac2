import type { CodeFrame } from '@godwit/diagnostics';
import type { Step } from '../../plan/step.ts';
import { ExecutionError } from './execution-error.ts';

interface StepFailedOptions {
  /** As it was written, before placeholders. */
  readonly statement: string;
  readonly sqlState: string;
  readonly message: string;
  readonly details: readonly string[];
  readonly frame: CodeFrame;
  readonly help: string;
  readonly cause: unknown;
}

/** The server refused a statement. */
export class StepFailed extends ExecutionError {
  readonly statement: string;
  readonly sqlState: string;

  constructor(step: Step, { statement, sqlState, message, ...options }: StepFailedOptions) {
    super(step, { code: 'GW220', message: `${step.name}: ${message}`, ...options });
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

/** The body ran, the ledger could not be written: the step was rolled back. */
export class LedgerWriteFailed extends ExecutionError {
  constructor(step: Step, cause: unknown) {
    super(step, {
      code: 'GW229',
      message: `${step.name} could not be entered in the ledger: ${messageOf(cause)}`,
      help: 'Nothing of it was applied. Set right what the server says above, and run the command again.',
      cause,
    });
  }
}

/** The session could not be brought into the state that the configuration asks for. */
export class SettingsRefused extends ExecutionError {
  constructor(step: Step, settings: readonly string[], cause: unknown) {
    super(step, {
      code: 'GW231',
      message: `The server refused the settings for a step: ${messageOf(cause)}`,
      details: settings.length === 0 ? [] : [`pgSettings: ${settings.join(', ')}`],
      help: 'Nothing of it was applied. Correct "pgSettings" in .gmrc (a role must be one that this one may become), and run the command again.',
      cause,
    });
  }
}

/** The server refused a statement that is not the user's: out of disk, too many locks. */
export class OwnStatementFailed extends ExecutionError {
  constructor(step: Step | null, cause: unknown) {
    super(step, {
      code: 'GW232',
      message: `The server refused what Godwit itself asked for${step === null ? '' : ` around ${step.name}`}: ${messageOf(cause)}`,
      help: `${step === null ? '' : 'Nothing of it was applied. '}Set right what the server says above, and run the command again.`,
      cause,
    });
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

interface Unfinished {
  readonly record: { readonly name: string };
  readonly direction: Step['direction'];
  readonly statement: string;
  readonly startedAt: Date;
}

/** A statement outside a transaction did not say how it ended, and its effect cannot be recognised. */
export class StepUnfinished extends ExecutionError {
  readonly statement: string;

  constructor({ record, direction, statement, startedAt }: Unfinished) {
    super(null, {
      code: 'GW230',
      message: `${record.name} was being ${direction === 'up' ? 'applied' : 'reverted'} outside a transaction when its run ended, and nobody knows how far it came`,
      details: [`It began at ${startedAt.toISOString()}`],
      help: [
        'Look whether the statement had its effect, then say so:',
        '  godwit repair --applied       it had: the ledger is brought up to date',
        '  godwit repair --not-applied   it had not, or you have undone it: the next run repeats it',
      ].join('\n'),
      exitCode: 3,
    });
    this.statement = statement.trim();
  }
}
