import type { SslSettings } from './ssl-settings.ts';

/** Everything that is needed to reach one database. Made by `parseDatabaseUrl` and `resolveDatabase`; holds the password, so never print it: see `describeDatabase`. */
export interface DatabaseSettings {
  /** A host name, an IP address without brackets, or the directory of a Unix socket (begins with `/`). */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  /** Where a password is looked up when the server asks for one and `password` is not set (libpq's `~/.pgpass` format). */
  readonly passwordFile?: string | undefined;
  readonly database: string;
  readonly ssl: SslSettings;
  /** For reaching the server, TLS and the login together; 0 waits for ever. */
  readonly connectTimeoutMs: number;
  /** What `pg_stat_activity` shows. */
  readonly applicationName: string;
  /** Server settings for the session in libpq's form: `-c search_path=app`. */
  readonly options: string | undefined;
  readonly origin: SettingsOrigin;
}

/** Where settings came from, for messages. */
export type SettingsOrigin = 'flag' | 'DATABASE_URL' | 'SHADOW_DATABASE_URL' | 'PG environment' | 'configuration' | 'embedded' | 'test';

export const DEFAULT_PORT = 5432;
export const DEFAULT_HOST = 'localhost';
export const DEFAULT_APPLICATION_NAME = 'godwit';

/**
 * Ten seconds; libpq would wait for ever. The embedded server opens a database when somebody logs in, which takes long on a busy machine;
 * whether it is there at all is known before.
 */
export function defaultConnectTimeoutMs(origin: SettingsOrigin): number {
  return origin === 'embedded' || origin === 'test' ? 60_000 : 10_000;
}
