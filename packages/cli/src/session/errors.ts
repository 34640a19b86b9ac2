import { GodwitError } from '@godwit/diagnostics';
import { capital } from '../output/columns.ts';

/** The configuration allows the embedded server, and the environment says production. */
export class EmbeddedInProduction extends GodwitError {
  constructor(otherwise?: string) {
    super({
      code: 'GW510',
      message: 'DATABASE_URL environment variable is required',
      details: ['the embedded server is never used where ENVIRONMENT or GODWIT_ENV is production'],
      help: [
        'export DATABASE_URL="postgresql://user:password@host:5432/database"',
        'or give --database URL',
        ...(otherwise === undefined ? [] : [otherwise]),
      ].join('\n'),
    });
  }
}

/** A command of an optional package that is not installed. */
export class MissingPackage extends GodwitError {
  readonly packageName: string;

  constructor(packageName: string, purpose: string, cause: unknown) {
    super({
      code: 'GW511',
      message: `${capital(purpose)} needs the package ${packageName}, which is not installed`,
      cause,
      help: `npm install --save-dev ${packageName}`,
    });
    this.packageName = packageName;
  }
}

/** The database carries the production mark, or the environment says so. */
export class ProductionRefused extends GodwitError {
  constructor(command: string, database: string, because: string) {
    super({
      code: 'GW512',
      message: `${capital(command)} is refused: ${database} is production`,
      details: [because],
      help: 'give the URL of a development database: --database URL',
    });
  }
}
