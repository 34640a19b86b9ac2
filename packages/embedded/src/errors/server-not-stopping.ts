import { GodwitError } from '@godwit/diagnostics';

/** The server was told to stop and is still there. */
export class ServerNotStopping extends GodwitError {
  readonly pid: number;

  constructor(pid: number) {
    super({
      code: 'GW144',
      message: `The embedded server (pid ${pid}) was told to stop and still runs`,
      help: `End it by hand: kill ${pid}. Committed rows are kept.`,
    });
    this.pid = pid;
  }
}
