import { type Difference, describeDifference } from '@godwit/catalog';
import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

/** Where on its way up, down and up again a revision was: `up again` after its way back. */
export type Leg = 'up' | 'down' | 'up again';

/** As many as a person reads. */
const MOST_LINES = 20;

/** A revision that could not be proved. */
export abstract class NotProved extends GodwitError {
  abstract readonly revision: string;
}

/** The server refuses the revision or its way back, on the rows of the seeds. */
export class ProofStepFailed extends NotProved {
  readonly revision: string;
  readonly leg: Leg;

  constructor(options: {
    readonly revision: string;
    readonly leg: Leg;
    /** The server's words. */
    readonly message: string;
    readonly details: readonly string[];
    readonly frame: CodeFrame | undefined;
    readonly seeded: boolean;
    readonly cause: unknown;
  }) {
    const { revision, leg, message, details, frame, seeded, cause } = options;
    const where = { up: 'The revision', down: 'Its way back', 'up again': 'The revision, applied again after its way back,' }[leg];
    super({
      code: 'GW340',
      message: `${where} fails on the shadow database: ${message}`,
      details,
      ...(frame === undefined ? {} : { frame }),
      help: seeded
        ? 'the rows are those of the seeds: rows like these may be in your databases; correct the SQL, and nothing was committed so far'
        : 'correct it and run the command again; nothing was committed',
      cause,
    });
    this.revision = revision;
    this.leg = leg;
  }
}

/** After up and down the catalog is not what it was. */
export class WayBackDiffers extends NotProved {
  readonly revision: string;
  readonly differences: readonly Difference[];

  constructor(revision: string, differences: readonly Difference[]) {
    const lines = differences.flatMap(describeDifference);
    super({
      code: 'GW341',
      message: `The way back does not lead back: ${counted(lines.length)} to before ${revision}`,
      details: shortened(lines),
      help: 'correct revert.sql: after it the database has to be what it was before the revision',
    });
    this.revision = revision;
    this.differences = differences;
  }
}

/** Applied again after its way back, the revision makes something else than the first time. */
export class AppliedAgainDiffers extends NotProved {
  readonly revision: string;
  readonly differences: readonly Difference[];

  constructor(revision: string, differences: readonly Difference[]) {
    const lines = differences.flatMap(describeDifference);
    super({
      code: 'GW342',
      message: `Applied again after its way back, ${revision} makes something else: ${counted(lines.length)} to the first time`,
      details: shortened(lines),
      help: 'look for what is done only under a condition (if not exists, DO), and for what the way back leaves',
    });
    this.revision = revision;
    this.differences = differences;
  }
}

/** It leaves something that does not work: an INVALID index, a disabled trigger, a constraint that guards no more. */
export class LeavesUnsound extends NotProved {
  readonly revision: string;

  constructor(revision: string, leg: Leg, faults: readonly string[]) {
    super({
      code: 'GW343',
      message: `${leg === 'down' ? `The way back of ${revision}` : revision} leaves what does not work`,
      details: shortened(faults),
      help: 'a trigger that was disabled for a moment is enabled again in the same revision; one that nobody needs is dropped; an index is built anew',
    });
    this.revision = revision;
  }
}

function counted(lines: number): string {
  return `${lines} ${lines === 1 ? 'difference' : 'differences'}`;
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES), `and ${lines.length - MOST_LINES} more`];
}
