import { GodwitError } from '@godwit/diagnostics';

/** The command line cannot be understood: an unknown command or option, a missing or surplus argument, a bad value. */
export class UsageError extends GodwitError {
  constructor(options: { readonly message: string; readonly help: string; readonly details?: readonly string[] }) {
    super({ code: 'GW500', ...options });
  }
}
