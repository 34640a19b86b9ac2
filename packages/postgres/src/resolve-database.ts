import { completeSettings } from './complete-settings.ts';
import { readDatabaseUrl, sourceName } from './database-url.ts';
import { InvalidSetting, MissingDatabaseUrl } from './errors/settings-errors.ts';
import type { GivenSettings } from './given-settings.ts';
import { parseChannelBinding, parseConnectTimeout, parsePort, parseSslModeSetting } from './setting-values.ts';
import type { DatabaseSettings } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ResolveOptions {
  /** `process.env`, or what a test puts in its place. */
  readonly environment: Environment;
  /** What `readDotenv` found; the environment wins over it. */
  readonly dotenv?: Environment | undefined;
  /** `--database`, which wins over both. */
  readonly url?: string | undefined;
}

/**
 * Which database to use: the `--database` URL, else `DATABASE_URL`, else `PGHOST`, `PGDATABASE` and their like.
 *
 * The environment is asked first; `.env` is asked when the environment names neither a database nor a server (`DATABASE_URL`,
 * `PGDATABASE`, `PGHOST`). What a URL leaves out is filled from the `PG…` variables, as libpq does: so a password can stay out of the URL.
 *
 * @returns null when nothing names a database or a server: the caller uses the embedded server or throws `MissingDatabaseUrl`
 * @throws what `parseDatabaseUrl` throws; MissingDatabaseUrl when somebody has begun to name one, for whom another would be the wrong one
 */
export function resolveDatabase(options: ResolveOptions): DatabaseSettings | null {
  const environment = withoutEmpty(options.environment);
  const dotenv = withoutEmpty(options.dotenv ?? {});
  const both = { ...dotenv, ...environment };
  const url = options.url ?? environment.DATABASE_URL ?? (namesServer(environment) ? undefined : dotenv.DATABASE_URL);
  if (url !== undefined) {
    const origin = options.url === undefined ? 'DATABASE_URL' : 'flag';
    const source = sourceName(origin);
    return completeSettings(overlay(readEnvironment(both), readDatabaseUrl(url, source)), origin, source);
  }
  if (!namesServer(both)) {
    const begun = whatIsBegun(options);
    if (begun !== null) throw begun;
    return null;
  }
  return completeSettings(readEnvironment(both), 'PG environment', 'PGHOST');
}

function namesServer({ PGDATABASE, PGHOST, PGHOSTADDR }: Environment): boolean {
  return PGDATABASE !== undefined || PGHOST !== undefined || PGHOSTADDR !== undefined;
}

/** The error for variables that are set by somebody who means a certain database, and do not say which. Null when there are none. */
function whatIsBegun({ environment, dotenv = {} }: ResolveOptions): MissingDatabaseUrl | null {
  const begun = (because: string, undo: string) =>
    new MissingDatabaseUrl({ because, otherwise: `or ${undo}: the embedded server is used then, where godwit.config.json allows it` });
  if (environment.DATABASE_URL === '') return begun('it is set, and empty', 'unset it');
  if (dotenv.DATABASE_URL === '') return begun('its line in .env is empty', 'delete that line');
  const [name] = ['PGSERVICE', 'PGUSER', 'PGPORT'].filter((variable) => environment[variable] || dotenv[variable]);
  if (name === undefined) return null;
  const lacks = name === 'PGSERVICE' ? 'service files are not read' : 'neither PGHOST nor PGDATABASE is';
  return begun(`${name} is set, and ${lacks}`, `unset ${name}`);
}

/** libpq's variables: https://www.postgresql.org/docs/current/libpq-envars.html; `PGPASS` is ours, for those who expect it. */
function readEnvironment(environment: Environment): GivenSettings {
  const { PGPORT, PGSSLMODE, PGCONNECT_TIMEOUT, PGCHANNELBINDING } = environment;
  if (environment.PGSERVICE !== undefined) {
    throw new InvalidSetting('PGSERVICE', 'a service file', 'is not read', 'Unset PGSERVICE and set DATABASE_URL instead.');
  }
  return {
    host: environment.PGHOST,
    hostAddress: environment.PGHOSTADDR,
    port: PGPORT === undefined ? undefined : parsePort('PGPORT', 'the port', PGPORT),
    user: environment.PGUSER,
    password: environment.PGPASSWORD ?? environment.PGPASS,
    database: environment.PGDATABASE,
    sslMode: PGSSLMODE === undefined ? undefined : parseSslModeSetting('the environment', 'PGSSLMODE', PGSSLMODE),
    rootCert: environment.PGSSLROOTCERT,
    cert: environment.PGSSLCERT,
    key: environment.PGSSLKEY,
    channelBinding:
      PGCHANNELBINDING === undefined ? undefined : parseChannelBinding('the environment', 'PGCHANNELBINDING', PGCHANNELBINDING),
    connectTimeoutMs:
      PGCONNECT_TIMEOUT === undefined ? undefined : parseConnectTimeout('the environment', 'PGCONNECT_TIMEOUT', PGCONNECT_TIMEOUT),
    applicationName: environment.PGAPPNAME,
    options: environment.PGOPTIONS,
    passwordFile: environment.PGPASSFILE,
  };
}

/** The upper one wins wherever it says anything. */
function overlay(lower: GivenSettings, upper: GivenSettings): GivenSettings {
  return { ...lower, ...Object.fromEntries(Object.entries(upper).filter(([, value]) => value !== undefined)) };
}

/** A variable that is set to nothing is not set, as in libpq. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
}
