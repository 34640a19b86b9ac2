import { GodwitError } from '@godwit/diagnostics';
import type { RunState } from '../run/run.ts';

/** What it fills is not there yet, or what it reads is there no more. */
export class RevisionOutOfReach extends GodwitError {
  constructor(options: { readonly backfill: string; readonly revision: string; readonly why: 'unapplied' | 'over' }) {
    const { backfill, revision, why } = options;
    const messages = {
      unapplied: `The backfill ${backfill} needs ${revision}, which is not applied here`,
      over: `The backfill ${backfill} is of the past: ${revision}, which takes away what it reads, is applied here`,
    };
    const helps = {
      unapplied: 'godwit upgrade',
      over: 'Nothing is left to do for it; what it made is in the tables.',
    };
    super({ code: 'GW410', message: messages[why], help: helps[why] });
  }
}

/** The SQL or TypeScript is another than that of the run that is under way. */
export class CodeChanged extends GodwitError {
  constructor(backfill: string) {
    super({
      code: 'GW411',
      message: `The code of the backfill ${backfill} has changed since its run began`,
      help: [
        `What is done was done by the old code. Go on with the new code:   godwit backfill resume ${backfill} --accept-code`,
        `or begin anew with it:   godwit backfill cancel ${backfill}   and   godwit backfill run ${backfill}`,
      ].join('\n'),
    });
  }
}

/** A command about a run, where there is none. */
export class NoRun extends GodwitError {
  constructor(backfill: string) {
    super({
      code: 'GW412',
      message: `The backfill ${backfill} has never been run on this database`,
      help: `godwit backfill run ${backfill}`,
    });
  }
}

/** A run that is over is not paused, resumed or cancelled. */
export class RunOver extends GodwitError {
  constructor(backfill: string, state: RunState) {
    super({
      code: 'GW413',
      message: `The last run of the backfill ${backfill} is ${state}: there is nothing to change`,
      help: `godwit backfill status   shows it; godwit backfill run ${backfill}   begins another one`,
    });
  }
}

/** The ledger has no place for runs, and the role may not make one. */
export class NoBackfillLedger extends GodwitError {
  constructor(cause: unknown) {
    super({
      code: 'GW414',
      message: 'The tables of the backfills are missing in the schema godwit, and this role may not create them',
      help: 'Let the role that owns the ledger bring it up to date once: godwit upgrade',
      cause,
    });
  }
}

/** The server could not be reached for longer than a restart takes. */
export class ServerLost extends GodwitError {
  constructor(minutes: number, cause: unknown) {
    super({
      code: 'GW415',
      message: `The server has not answered for ${minutes} minutes`,
      help: 'What is committed stays, and nothing else was done. When the server is back, run the command again: it goes on from there.',
      cause,
    });
  }
}
