import { GodwitError } from '@godwit/diagnostics';

/**
 * Something about the folder that a person should know and that stops nothing: `check` reports it with exit code 2,
 * `upgrade` prints it and goes on. graphile-migrate works on such a folder too, which is why it is no error.
 */
export abstract class HistoryFinding extends GodwitError {
  constructor(options: Omit<ConstructorParameters<typeof GodwitError>[0], 'exitCode'>) {
    super({ ...options, exitCode: 2 });
  }
}
