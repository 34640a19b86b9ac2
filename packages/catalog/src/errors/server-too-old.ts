import { GodwitError } from '@godwit/diagnostics';

/** The server is older than the oldest that the queries are written for. */
export class ServerTooOld extends GodwitError {
  /** As `server_version` tells it: `14.9 (Debian 14.9-1)`. */
  readonly version: string;

  constructor(version: string) {
    super({
      code: 'GW170',
      message: `PostgreSQL ${version} is too old to be described`,
      help: 'Godwit works with PostgreSQL 15 and later: upgrade the server',
    });
    this.version = version;
  }
}
