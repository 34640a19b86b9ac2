import { GodwitError } from '@godwit/diagnostics';
import { quoteIdentifier, type ServerErrorDescription } from '@godwit/postgres';

/** GODWIT_TEST_SERVER says what it cannot be. */
export class UnknownTestServer extends GodwitError {
  constructor(wanted: string, possible: readonly string[]) {
    super({
      code: 'GW600',
      message: `GODWIT_TEST_SERVER is '${wanted}'; it can be ${possible.join(' or ')}`,
      help: 'for a server of yours, leave it out and set GODWIT_TEST_DATABASE_URL=postgres://…',
    });
  }
}

/** The container of the run did not start. */
export class ContainerFailed extends GodwitError {
  constructor(image: string, cause: unknown) {
    super({
      code: 'GW601',
      message: `No server could be started in Docker from ${image}`,
      details: cause instanceof Error ? [cause.message] : [],
      help: [
        'start Docker, or do without it: GODWIT_TEST_SERVER=embedded, or a server of yours in GODWIT_TEST_DATABASE_URL',
        'GODWIT_TEST_IMAGE names another image',
      ].join('\n'),
      cause,
    });
  }
}

/** Tests would run beside a database that somebody needs. */
export class ProductionTestServer extends GodwitError {
  /** @param display `app @ db.internal` */
  constructor(display: string) {
    super({
      code: 'GW602',
      message: `${display} is marked as production, and no test runs on its server`,
      help: 'name a database of a test server in GODWIT_TEST_DATABASE_URL\nwhen the mark is wrong: godwit protect --remove',
    });
  }
}

/** The role of the test server has too few rights. */
export class MayNotCreateDatabases extends GodwitError {
  /** @param display `app @ db.internal` */
  constructor(user: string, display: string) {
    super({
      code: 'GW603',
      message: `${user} may not create databases on the server of ${display}, and each test has one of its own`,
      help: `let the role create databases, as a superuser: alter role ${quoteIdentifier(user)} createdb`,
    });
  }
}

/** An optional package is needed and not there. */
export class MissingTestPackage extends GodwitError {
  constructor(names: readonly string[], purpose: string, cause: unknown) {
    super({
      code: 'GW604',
      message: `${purpose} needs ${names.join(' and ')}, not installed here`,
      help: `npm install --save-dev ${names.join(' ')}\nor name a server of yours: GODWIT_TEST_DATABASE_URL=postgres://…`,
      cause,
    });
  }
}

/** The rows of a test database cannot be loaded. */
export class SeedFailed extends GodwitError {
  constructor(file: string, cause: unknown, described: ServerErrorDescription | null) {
    super({
      code: 'GW605',
      message: `${file} cannot be loaded: ${described?.message ?? (cause instanceof Error ? cause.message : cause)}`,
      ...(described === null ? {} : { frame: described.frame, details: described.details }),
      help: 'paths of seeds are relative to the folder of godwit.config.json; they are run as one query after the last revision',
      cause,
    });
  }
}

/** The configuration of the project cannot be read. */
export class ProjectUnreadable extends GodwitError {
  constructor(file: string, cause: unknown) {
    super({
      code: 'GW606',
      message: `${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`,
      help: 'any godwit command says what is wrong with it, and where: godwit history',
      cause,
    });
  }
}
