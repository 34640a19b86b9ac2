import { GodwitError } from '@godwit/diagnostics';

/** Another command is changing this folder. */
export class FolderBusy extends GodwitError {
  constructor(options: {
    readonly command: string;
    readonly pid: number;
    readonly host: string;
    readonly since: string;
    readonly lock: string;
    readonly here: boolean;
  }) {
    const { command, pid, host, since, lock, here } = options;
    super({
      code: 'GW344',
      message: `Another command is changing this folder: ${command}`,
      details: [`process ${pid} on ${host}, since ${since}`],
      help: here
        ? 'wait until it has ended, and run the command again'
        : `wait until it has ended; where ${host} is no more (a container that was removed), take its mark away: rm '${lock}'`,
      exitCode: 3,
    });
  }
}

/** A file was changed after a command was cut off in the middle of changing it. */
export class JournalConflict extends GodwitError {
  constructor(command: string, path: string, journal: string) {
    super({
      code: 'GW345',
      message: `${path} was changed after ${command} was cut off, so nobody but you can say what it should hold`,
      details: ['it is neither what it was before, nor what the command was writing'],
      help: `look at it (git diff), put it right, and let the rest be as it is: rm '${journal}'`,
    });
  }
}

/** The journal of a command that was cut off cannot be read. */
export class JournalUnreadable extends GodwitError {
  constructor(journal: string, cause: unknown) {
    super({
      code: 'GW346',
      message: `${journal}, in which a command that was cut off noted what it was changing, cannot be read`,
      help: `look whether the files are whole (git status), then: rm '${journal}'`,
      cause,
    });
  }
}

/** A file of the project cannot be written or removed. Nothing was changed. */
export class FilesNotWritable extends GodwitError {
  constructor(path: string, cause: unknown) {
    super({
      code: 'GW347',
      message: `${path} cannot be written`,
      details: cause instanceof Error ? [cause.message] : [],
      help: 'see whose it is, and how much room there is: ls -ld, df; nothing was changed',
      cause,
    });
  }
}
