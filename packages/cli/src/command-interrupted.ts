import { GodwitError } from '@godwit/diagnostics';

/** Ctrl-C or SIGTERM, where the command itself has nothing more to say about it. */
export class CommandInterrupted extends GodwitError {
  constructor(signal: string) {
    super({ code: 'GW504', message: `Interrupted by ${signal === 'SIGINT' ? 'Ctrl-C' : signal}`, help: 'run the command again to go on' });
  }
}
