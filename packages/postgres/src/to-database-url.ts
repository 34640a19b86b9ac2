import { defaultSslMode } from './complete-settings.ts';
import { type DatabaseSettings, DEFAULT_APPLICATION_NAME, DEFAULT_HOST, DEFAULT_PORT, defaultConnectTimeoutMs } from './settings.ts';

/**
 * The settings as a URL that `parseDatabaseUrl`, psql, libpq's other users and `pg` read back the same. What is the default is left out.
 *
 * The directory of a socket goes into a parameter, which wins over the host: a URL without one, or with %2F in it, is none to many parsers.
 *
 * @param options.password true to include it, for a child process's environment; never for anything that is printed
 */
export function toDatabaseUrl(settings: DatabaseSettings, options: { readonly password?: boolean } = {}): string {
  const { host, port, user, password, database, ssl } = settings;
  const socket = host.startsWith('/');
  const secret = options.password === true && password !== undefined ? `:${encodeURIComponent(password)}` : '';
  const address = socket ? DEFAULT_HOST : host.includes(':') ? `[${host.replaceAll('%', '%25')}]` : encodeURIComponent(host);
  const portText = port === DEFAULT_PORT ? '' : `:${port}`;
  const parameters = Object.entries({
    host: socket ? host : undefined,
    sslmode: ssl.mode === defaultSslMode(ssl, host) ? undefined : ssl.mode,
    sslrootcert: ssl.rootCert,
    sslcert: ssl.cert,
    sslkey: ssl.key,
    channel_binding: ssl.channelBinding === true ? 'require' : undefined,
    connect_timeout:
      settings.connectTimeoutMs === defaultConnectTimeoutMs(settings.origin) ? undefined : String(settings.connectTimeoutMs / 1000),
    application_name: settings.applicationName === DEFAULT_APPLICATION_NAME ? undefined : settings.applicationName,
    options: settings.options,
    passfile: settings.passwordFile,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  return `postgres://${encodeURIComponent(user)}${secret}@${address}${portText}/${encodeURIComponent(database)}${query}`;
}
