import { GodwitError } from '@godwit/diagnostics';

const EXAMPLE = 'postgres://user:password@host:5432/database';

/** Nothing says which database to use. */
export class MissingDatabaseUrl extends GodwitError {
  /**
   * @param options.because what is there and does not say it
   * @param options.otherwise how to do without one, where that is possible
   */
  constructor({ because, otherwise }: { readonly because?: string | undefined; readonly otherwise?: string | undefined } = {}) {
    super({
      code: 'GW100',
      message: 'DATABASE_URL environment variable is required',
      ...(because === undefined ? {} : { details: [because] }),
      help: [
        'Set it in the environment, in .env, or pass --database:',
        `  DATABASE_URL=${EXAMPLE}`,
        'PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE are read too.',
        ...(otherwise === undefined ? [] : [otherwise]),
      ].join('\n'),
    });
  }
}

/** Not a URL, or the URL of something that is not PostgreSQL. */
export class UnsupportedScheme extends GodwitError {
  readonly source: string;
  /** `mysql`, or undefined when the text has no scheme. */
  readonly scheme: string | undefined;

  constructor(source: string, scheme: string | undefined) {
    super({
      code: 'GW101',
      message:
        scheme === undefined
          ? `${source} is not a URL: it does not begin with postgres://`
          : `${source} begins with ${scheme}://, which is not PostgreSQL`,
      help: `Write it as ${EXAMPLE}\npostgresql://, postgresql+asyncpg://, postgresql+psycopg:// and postgresql+psycopg2:// are understood too.`,
    });
    this.source = source;
    this.scheme = scheme;
  }
}

/** A character that means something in a URL stands in the user name or the password as it is. */
export class UnencodedCharacter extends GodwitError {
  readonly source: string;
  readonly character: string;

  constructor(source: string, character: string) {
    super({
      code: 'GW102',
      message: `${source} has an unencoded ${character} before its host, probably in the password`,
      help: `Write ${character} as ${encodeURIComponent(character)} there. To encode a whole password:\n  node -p "encodeURIComponent('…')"\nor leave it out of the URL and set PGPASSWORD.`,
    });
    this.source = source;
    this.character = character;
  }
}

/** The server is named, the database is not. */
export class MissingDatabaseName extends GodwitError {
  readonly source: string;

  constructor(source: string) {
    super({
      code: 'GW103',
      message: `${source} names a server but no database`,
      help: source.startsWith('PG')
        ? `Set PGDATABASE, or unset ${source}: it goes before what .env says.`
        : `Add it after the host: ${EXAMPLE}`,
    });
    this.source = source;
  }
}

/** libpq takes a list of hosts and picks one; a migration wants to know which. */
export class MultipleHosts extends GodwitError {
  readonly source: string;

  constructor(source: string) {
    super({
      code: 'GW104',
      message: `${source} names several hosts`,
      help: 'Migrations run on the primary: name that one host alone.',
    });
    this.source = source;
  }
}

/** A setting that is there and cannot be understood. */
export class InvalidSetting extends GodwitError {
  readonly source: string;
  readonly setting: string;

  constructor(source: string, setting: string, reason: string, help: string) {
    super({ code: 'GW105', message: `${source}: ${setting} ${reason}`, help });
    this.source = source;
    this.setting = setting;
  }
}

/** A line of `.env` that would be read as something else than it says, or not at all. */
export class MalformedDotenv extends GodwitError {
  readonly path: string;
  readonly line: number;

  /** Never with the line itself: it may hold a password. */
  constructor(path: string, line: number, { name, problem }: { readonly name: string; readonly problem: 'no equals sign' | 'a bare #' }) {
    const bare = problem === 'a bare #';
    super({
      code: 'GW174',
      message: `${path}:${line}: ${name} ${bare ? 'has a # outside of quotes, where a comment begins' : 'is not followed by ='}`,
      help: bare ? `Write ${name}='…' with the whole value in quotes.` : `Write ${name}=…`,
    });
    this.path = path;
    this.line = line;
  }
}

/** A `.env` that is there and cannot be read: somebody else's, a directory, no text in UTF-8. */
export class UnreadableDotenv extends GodwitError {
  readonly path: string;

  constructor(path: string, cause: unknown) {
    super({
      code: 'GW129',
      message: `${path} cannot be read`,
      help: 'Make it a text in UTF-8 that this user can read, or remove it: the environment alone will do.',
      cause,
    });
    this.path = path;
  }
}
