import { GodwitError } from '@godwit/diagnostics';

/** What is in the directory was made by another version, or is damaged. */
export class DataUnreadable extends GodwitError {
  readonly directory: string;

  constructor(directory: string, cause: unknown) {
    super({
      code: 'GW147',
      message: `The databases in ${directory} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      help: `Use the version of Godwit that made them, or move the directory away: the next start makes a new one.`,
      cause,
    });
    this.directory = directory;
  }
}
