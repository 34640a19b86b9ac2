import { userInfo } from 'node:os';
import { InvalidSetting, MissingDatabaseName, MultipleHosts } from './errors/settings-errors.ts';
import type { GivenSettings } from './given-settings.ts';
import { isLoopback } from './loopback.ts';
import {
  type DatabaseSettings,
  DEFAULT_APPLICATION_NAME,
  DEFAULT_HOST,
  DEFAULT_PORT,
  defaultConnectTimeoutMs,
  type SettingsOrigin,
} from './settings.ts';
import type { SslMode, SslSettings } from './ssl-settings.ts';

/**
 * Fills what was not given: libpq's defaults but for the connect timeout (theirs is none), the host (theirs is a socket
 * directory that was chosen when libpq was built) and the database (theirs is the user's name, which a migration must not guess).
 *
 * @param source what to call the input in an error: `DATABASE_URL`, `--database`
 * @throws MissingDatabaseName, MultipleHosts, InvalidSetting
 */
export function completeSettings(given: GivenSettings, origin: SettingsOrigin, source: string): DatabaseSettings {
  if (given.database === undefined) throw new MissingDatabaseName(source);
  const host = given.host ?? given.hostAddress ?? DEFAULT_HOST;
  if (host.includes(',')) throw new MultipleHosts(source);
  return {
    host,
    port: given.port ?? DEFAULT_PORT,
    user: given.user ?? systemUser(),
    password: given.password,
    passwordFile: given.passwordFile,
    database: given.database,
    ssl: completeSsl(given, host, source),
    connectTimeoutMs: given.connectTimeoutMs ?? defaultConnectTimeoutMs(origin),
    applicationName: given.applicationName ?? DEFAULT_APPLICATION_NAME,
    options: given.options,
    origin,
  };
}

function completeSsl(given: GivenSettings, host: string, source: string): SslSettings {
  if (given.rootCert === 'system' && given.sslMode !== undefined && given.sslMode !== 'verify-full') {
    throw new InvalidSetting(
      source,
      'sslrootcert=system',
      `does not go with sslmode=${given.sslMode}`,
      'Anybody can get a certificate from a public authority: use sslmode=verify-full with it.',
    );
  }
  return {
    mode: given.sslMode ?? defaultSslMode(given, host),
    rootCert: given.rootCert,
    cert: given.cert,
    key: given.key,
    channelBinding: given.channelBinding ?? false,
  };
}

/**
 * libpq's default is `prefer`. On loopback it is `allow` here: neither protects against anybody, and asking a local
 * server for TLS first costs a round trip in every command. `sslrootcert=system` means `verify-full`, as in libpq.
 */
export function defaultSslMode(given: Pick<GivenSettings, 'rootCert'>, host: string): SslMode {
  if (given.rootCert === 'system') return 'verify-full';
  return isLoopback({ host }) ? 'allow' : 'prefer';
}

/** The operating system's user, as libpq has it; `postgres` where there is none (a container with a bare uid). */
function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'postgres';
  }
}
