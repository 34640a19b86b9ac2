import { GodwitError } from '@godwit/diagnostics';

/** The embedded server is for development and tests. */
export class EmbeddedInProduction extends GodwitError {
  /** `ENVIRONMENT` or `GODWIT_ENV`. */
  readonly variable: string;

  constructor(variable: string) {
    super({
      code: 'GW140',
      message: `The embedded server does not run in production (${variable}=production)`,
      help: 'Set DATABASE_URL to the database that is meant.',
    });
    this.variable = variable;
  }
}
