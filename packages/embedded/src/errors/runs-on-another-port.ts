import { GodwitError } from '@godwit/diagnostics';

/** One server serves a checkout; it runs, but not where it was asked for. */
export class RunsOnAnotherPort extends GodwitError {
  readonly port: number;
  readonly wanted: number;

  constructor(port: number, wanted: number) {
    super({
      code: 'GW148',
      message: `The embedded server runs on port ${port}, not on ${wanted}`,
      help: `Use port ${port}, or stop it first: godwit db stop`,
    });
    this.port = port;
    this.wanted = wanted;
  }
}
