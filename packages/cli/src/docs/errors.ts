import { GodwitError } from '@godwit/diagnostics';

/** A page of the data dictionary cannot be written. */
export class DictionaryUnwritable extends GodwitError {
  constructor(folder: string, cause: unknown) {
    super({
      code: 'GW580',
      message: `The data dictionary cannot be written to ${folder}: ${cause instanceof Error ? cause.message : cause}`,
      help: 'name a folder that is yours: godwit docs --folder docs/schema',
      cause,
    });
  }
}
