import { GodwitError } from '@godwit/diagnostics';

/** Two servers on one data directory would destroy it. */
export class DirectoryInUse extends GodwitError {
  readonly directory: string;

  constructor(directory: string) {
    super({
      code: 'GW141',
      message: `another embedded server is running on ${directory}`,
      help: 'Use that one (`pnpm db url`), or stop it: pnpm db stop',
    });
    this.directory = directory;
  }
}
