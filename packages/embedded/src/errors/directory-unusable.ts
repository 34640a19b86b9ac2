import { GodwitError } from '@godwit/diagnostics';

/** The directory cannot be made or written. */
export class DirectoryUnusable extends GodwitError {
  readonly directory: string;

  constructor(directory: string, cause: unknown) {
    super({
      code: 'GW146',
      message: `The embedded server cannot use ${directory}: ${cause instanceof Error ? cause.message : String(cause)}`,
      help: 'Make it a directory that you may write, or set DATABASE_URL to use another server.',
      cause,
    });
    this.directory = directory;
  }
}
