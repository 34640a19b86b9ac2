import { type CodeFrame, GodwitError } from '@godwit/diagnostics';

interface FailedOptions {
  readonly message: string;
  readonly details: readonly string[];
  readonly frame: CodeFrame | undefined;
  readonly help: string;
  readonly cause: unknown;
}

/** The server refused what stands in `current.sql`; the database is as it was before the save. */
export class CurrentFailed extends GodwitError {
  /** The statement that failed; null when it was refused before it ran. */
  readonly statement: string | null;

  constructor(statement: string | null, { frame, ...options }: FailedOptions) {
    super({ code: 'GW360', ...options, ...(frame === undefined ? {} : { frame }) });
    this.statement = statement;
  }
}

/** The way back of what is applied does not run. */
export class WayBackFailed extends GodwitError {
  readonly statement: string | null;

  constructor(statement: string | null, { frame, ...options }: FailedOptions) {
    super({ code: 'GW361', ...options, ...(frame === undefined ? {} : { frame }) });
    this.statement = statement;
  }
}

/** The text does what only its author can take back. */
export class NeedsRevert extends GodwitError {
  constructor(options: {
    readonly message: string;
    readonly details: readonly string[];
    readonly frame: CodeFrame | undefined;
    readonly revert: string;
  }) {
    const { message, details, frame, revert } = options;
    super({
      code: 'GW362',
      message,
      details,
      ...(frame === undefined ? {} : { frame }),
      help: `watch cannot take that back by itself: write the way back to ${revert}, which runs before the next save\nthe database is as it was before this save`,
    });
  }
}

/** Nobody knows how to take back what is applied. */
export class WayBackUnknown extends GodwitError {
  constructor(options: { readonly unmodelled: readonly string[]; readonly revert: string }) {
    const { unmodelled, revert } = options;
    super({
      code: 'GW363',
      message: 'What current.sql has done to the database cannot be taken back by itself',
      details:
        unmodelled.length > 0 ? unmodelled.map((line) => `would stay: ${line}`) : ['what the database looked like before it was not kept'],
      help: `write the way back to ${revert}, and save it: it is used for what is applied now, too`,
    });
  }
}

/** Another process watches the same database. */
export class WatchHeld extends GodwitError {
  constructor(holder: string | null) {
    super({
      code: 'GW364',
      message: 'Another watch is at work on this database',
      details: holder === null ? [] : [`It is ${holder}`],
      help: 'stop it with Ctrl-C where it runs; it lets go when its process ends, however that is',
      exitCode: 3,
    });
  }
}

/** The ledger has no place for what is being written: the role could not create it. */
export class LedgerTooOld extends GodwitError {
  constructor(role: string) {
    super({
      code: 'GW366',
      message: `The ledger has no table godwit.attempt, and the role ${role} may not create it`,
      help: 'as the owner of the ledger, run `godwit upgrade` once',
    });
  }
}
