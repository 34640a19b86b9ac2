import { GodwitError } from '@godwit/diagnostics';

/** Two servers on one data directory would destroy it. */
export class DirectoryInUse extends GodwitError {
  readonly directory: string;

  constructor(directory: string) {
    super({
      code: 'GW141',
      message: `Another embedded server is running on ${directory}`,
      help: 'Use that one (`godwit db url`), or stop it: godwit db stop',
    });
    this.directory = directory;
  }
}
