import { GodwitError } from '@godwit/diagnostics';

/** Two servers on one data directory would destroy it, and the one that has it does not answer. */
export class DirectoryInUse extends GodwitError {
  readonly directory: string;
  /** Who has it; null when that cannot be told. */
  readonly pid: number | null;

  constructor(directory: string, pid: number | null) {
    super({
      code: 'GW141',
      message: `Another process${pid === null ? '' : ` (pid ${pid})`} has the data directory ${directory} and does not answer`,
      help:
        pid === null
          ? 'End that process and run the command again.'
          : `End it and run the command again: kill ${pid}. Committed rows are kept.`,
    });
    this.directory = directory;
    this.pid = pid;
  }
}
