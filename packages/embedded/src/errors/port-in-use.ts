import { GodwitError } from '@godwit/diagnostics';

/** The port that was asked for belongs to another program. */
export class PortInUse extends GodwitError {
  readonly port: number;

  constructor(host: string, port: number, cause: unknown) {
    super({
      code: 'GW142',
      message: `Port ${port} of ${host} is in use by another program`,
      help: 'Ask for another port, or for none: the embedded server then takes a free one and writes it to .godwit/embedded.json.',
      cause,
    });
    this.port = port;
  }
}
