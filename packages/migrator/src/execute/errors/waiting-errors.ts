import type { Step } from '../../plan/step.ts';
import type { Blocker } from '../blocker.ts';
import { describeBlocker } from '../describe-blocker.ts';
import { ExecutionError, type Remains, remainsInWords } from './execution-error.ts';

const WHO_BLOCKS_WHOM =
  'select pid, pg_blocking_pids(pid), state, xact_start, query from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0';

interface LockBudgetOptions {
  readonly blockers: readonly Blocker[];
  readonly attempts: number;
  readonly budgetMs: number;
  readonly remains: Remains;
  readonly cause: unknown;
}

/** The locks that a step needs were not to be had within its budget, again and again until patience was over. */
export class LockBudgetExceeded extends ExecutionError {
  /** As far as this role may see them. */
  readonly blockers: readonly Blocker[];
  readonly attempts: number;

  constructor(step: Step, { blockers, attempts, budgetMs, remains, cause }: LockBudgetOptions) {
    super(step, {
      code: 'GW222',
      message: `${step.name} waited longer than ${budgetMs} ms for locks, ${attempts === 1 ? 'once' : `${attempts} times`}`,
      details: blockers.map((blocker) => `Blocked by ${describeBlocker(blocker)}`),
      help: [
        `${remainsInWords(remains)} Let the sessions in its way end their transactions, and run the command again, or give it more time:`,
        '  --patience 30m      keep trying for longer',
        ...(step.transactional ? ['  --lock-timeout 5s   wait longer each time; queries on the table queue up behind it meanwhile'] : []),
        `Who blocks whom: ${WHO_BLOCKS_WHOM}`,
      ].join('\n'),
      cause,
      exitCode: 3,
    });
    this.blockers = blockers;
    this.attempts = attempts;
  }
}

/** Somebody else holds the ledger, or runs a step outside a transaction, for longer than we wait. */
export class OtherRunBusy extends ExecutionError {
  readonly holders: readonly Blocker[];

  constructor(step: Step | null, options: { readonly holders: readonly Blocker[]; readonly waitedMs: number }) {
    const { holders, waitedMs } = options;
    super(step, {
      code: 'GW223',
      message: `Another run has been at work on this database for ${Math.round(waitedMs / 1000)} s`,
      details: holders.map((holder) => `Held by ${describeBlocker(holder)}`),
      help: 'Run the command again when the other has ended, or give this one more time: --patience 30m\nTo stop the other: select pg_terminate_backend(<pid>)',
      exitCode: 3,
    });
    this.holders = holders;
  }
}

/** Somebody stopped the execution. */
export class Interrupted extends ExecutionError {
  constructor(step: Step | null, options: { readonly remains?: Remains; readonly cause?: unknown } = {}) {
    const { remains = 'nothing', cause } = options;
    super(step, {
      code: 'GW224',
      message: step === null ? 'Interrupted' : `Interrupted in ${step.name}`,
      help: `${step === null ? '' : `${remainsInWords(remains)} `}Run the command again to go on.`,
      cause,
    });
  }
}

/** The ledger stands where the plan does not lead. */
export class LedgerMoved extends ExecutionError {
  constructor(step: Step | null, head: string) {
    super(step, {
      code: 'GW226',
      message: `Somebody moved this database to ${head} meanwhile${step === null ? '' : `, and ${step.name} does not follow from there`}`,
      help: 'Look where the database stands (`godwit current`), and run the command again.',
    });
  }
}
