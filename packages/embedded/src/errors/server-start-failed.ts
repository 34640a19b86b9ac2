import { GodwitError } from '@godwit/diagnostics';

/** The background process ended, or did not get ready, for a reason that has no code of its own. */
export class ServerStartFailed extends GodwitError {
  readonly log: string;

  constructor(options: { readonly reason: string; readonly log: string; readonly details?: readonly string[]; readonly cause?: unknown }) {
    super({
      code: 'GW143',
      message: `The embedded server did not start: ${options.reason}`,
      ...(options.details === undefined ? {} : { details: options.details }),
      help: `Its log: ${options.log}`,
      ...(options.cause === undefined ? {} : { cause: options.cause }),
    });
    this.log = options.log;
  }
}
