import { completeSettings } from './complete-settings.ts';
import { InvalidSetting, MultipleHosts, UnencodedCharacter, UnsupportedScheme } from './errors/settings-errors.ts';
import type { GivenSettings } from './given-settings.ts';
import { parsePort } from './setting-values.ts';
import type { DatabaseSettings, SettingsOrigin } from './settings.ts';
import { readUrlParameters } from './url-parameters.ts';

/** What libpq takes, and what SQLAlchemy puts there for its drivers. */
const SCHEMES = new Set(['postgres', 'postgresql']);
const DRIVERS = new Set(['asyncpg', 'psycopg', 'psycopg2', 'psycopg2cffi', 'pg8000', 'psycopg_async']);

/**
 * The settings in a database URL: libpq's URI, and the forms of SQLAlchemy and asyncpg.
 *
 * An error never repeats a part of the text that could be a password, however it was mistyped.
 *
 * @throws UnsupportedScheme, UnencodedCharacter, MissingDatabaseName, MultipleHosts, InvalidSetting
 */
export function parseDatabaseUrl(url: string, origin: SettingsOrigin): DatabaseSettings {
  const source = sourceName(origin);
  return completeSettings(readDatabaseUrl(url, source), origin, source);
}

/** What the origin is called in an error. */
export function sourceName(origin: SettingsOrigin): string {
  if (origin === 'flag') return '--database';
  return origin === 'DATABASE_URL' || origin === 'SHADOW_DATABASE_URL' ? origin : 'The database URL';
}

/** What the URL itself says, without defaults. */
export function readDatabaseUrl(url: string, source: string): GivenSettings {
  const text = url.trim();
  const scheme = /^([a-z][a-z0-9+.:_-]*):\/\//i.exec(text)?.[1];
  if (scheme === undefined || !isPostgres(scheme)) throw new UnsupportedScheme(source, scheme);
  const rest = text.slice(scheme.length + 3);
  refuseHash(source, rest);

  const [beforeQuery, query] = splitAt(rest, rest.indexOf('?'));
  const [authority, path] = splitAt(beforeQuery, beforeQuery.indexOf('/'));
  refuseStrayAt(source, authority, path, query);
  const at = authority.lastIndexOf('@');
  const userInfo = at < 0 ? undefined : authority.slice(0, at);
  if (userInfo?.includes('@')) throw new UnencodedCharacter(source, '@');
  const [user, password] = userInfo === undefined ? [undefined, undefined] : splitAt(userInfo, userInfo.indexOf(':'));
  const address = readAddress(source, authority.slice(at + 1));
  const parameters = readUrlParameters(source, query ?? '', decode);
  return {
    ...address,
    user: present(decode(source, 'the user name', user)),
    password: present(decode(source, 'the password', password)),
    database: present(decode(source, 'the database name', path)),
    ...parameters,
  };
}

function isPostgres(scheme: string): boolean {
  const [dialect, driver] = scheme.toLowerCase().split('+', 2);
  return SCHEMES.has(dialect ?? '') && (driver === undefined || DRIVERS.has(driver));
}

function refuseHash(source: string, rest: string): void {
  const hash = rest.indexOf('#');
  if (hash < 0) return;
  if (rest.includes('@', hash)) throw new UnencodedCharacter(source, '#');
  throw new InvalidSetting(source, 'the text after the host', 'has a # in it', 'Write a # as %23.');
}

/**
 * A `/` or `?` in a password ends the part before the host early: what follows then holds the `@` that stands before the real host. It
 * is refused here, since half of the password would pass for a host, a port or a database name in messages.
 */
function refuseStrayAt(source: string, authority: string, path: string | undefined, query: string | undefined): void {
  const stray = path?.includes('@') === true ? '/' : query?.split('=', 1)[0]?.includes('@') === true ? '?' : undefined;
  if (stray !== undefined) throw new UnencodedCharacter(source, authority.includes('@') ? '@' : stray);
}

/** `host`, `host:port`, `[::1]:port`, `:port`, `%2Fvar%2Frun`. */
function readAddress(source: string, text: string): GivenSettings {
  if (text.includes(',')) throw new MultipleHosts(source);
  const match = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(.*))?$/.exec(text);
  const host = decode(source, 'the host', match?.[1] ?? match?.[2]);
  if (host === undefined || !(host.startsWith('/') || /^[\p{L}\p{N}_.:%-]*$/u.test(host))) {
    throw new InvalidSetting(
      source,
      'the host',
      'cannot be read',
      'Write an IPv6 address in brackets: postgres://user@[::1]:5432/database',
    );
  }
  const port = present(match?.[3]);
  return { host: present(host), port: port === undefined ? undefined : parsePort(source, 'the port', port) };
}

function decode(source: string, what: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new InvalidSetting(source, what, 'has a % that begins no encoded character', 'Write a % as %25.');
  }
}

function present(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}

/** The text before and after one character; all of it and undefined when the index is negative. */
function splitAt(text: string, index: number): readonly [string, string | undefined] {
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}
