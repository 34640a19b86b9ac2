import { GodwitError } from '@godwit/diagnostics';

const LIMIT = 'on Linux: sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=1024';

/** The system does not tell of changes in a folder. */
export class CannotWatch extends GodwitError {
  constructor(folder: string, cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    super({
      code: 'GW367',
      message: `Changes in ${folder} cannot be watched`,
      cause,
      help: `${code === 'ENOSPC' || code === 'EMFILE' ? `too much is watched already; ${LIMIT}\n` : ''}or apply it by hand after each save: godwit watch --once`,
    });
  }
}

interface NotAtHeadOptions {
  /** Where the database stands: a revision's name, or `base`. */
  readonly database: string;
  /** What the disk has after it, first to last. */
  readonly pending: readonly string[];
  /** What the database has and the disk has not, first to last. */
  readonly unknown: readonly string[];
  /** The last revision that both have. */
  readonly common: string;
  /** True when the text that was applied has been taken back. */
  readonly takenBack: boolean;
}

/** How many revisions are listed. */
const LISTED = 10;

/** The database does not stand at the last revision on disk: what is written there was not meant for it. */
export class NotAtHead extends GodwitError {
  readonly pending: readonly string[];
  readonly unknown: readonly string[];

  constructor({ database, pending, unknown, common, takenBack }: NotAtHeadOptions) {
    const behind = unknown.length === 0;
    super({
      code: 'GW365',
      message: behind
        ? `The database is at ${database}, ${pending.length} behind the folder`
        : `The database is at ${database}, which this folder does not have: another branch was applied`,
      details: [
        ...listed(unknown, 'only in the database'),
        ...listed(pending, 'pending'),
        ...(takenBack ? ['current.sql was taken back; its files are as they were'] : []),
      ],
      help: behind ? 'godwit upgrade\nthen watch again' : `godwit downgrade ${common}\nthen godwit upgrade, and watch again`,
      exitCode: 2,
    });
    this.pending = pending;
    this.unknown = unknown;
  }
}

function listed(names: readonly string[], what: string): readonly string[] {
  const shown = names.slice(0, LISTED).map((name) => `${name}  ${what}`);
  return names.length > LISTED ? [...shown, `… ${names.length - LISTED} more`] : shown;
}

/** The server refused a query of Godwit's own around a save. */
export class SaveRefused extends GodwitError {
  constructor(reason: string, cause: unknown) {
    super({
      code: 'GW368',
      message: `The server refused what the save needed: ${reason}`,
      cause,
      help: 'set right what the server says, and save again; the database is as it was before this save',
    });
  }
}
