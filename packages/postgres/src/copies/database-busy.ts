import { GodwitError } from '@godwit/diagnostics';

/** The server did not let go of a database that is to be copied. */
export class DatabaseBusy extends GodwitError {
  constructor(name: string, cause: unknown) {
    super({
      code: 'GW175',
      message: `The database ${name} is in use and cannot be copied`,
      help: 'see who is connected to it, and close that session; then run the command again',
      cause,
    });
  }
}
