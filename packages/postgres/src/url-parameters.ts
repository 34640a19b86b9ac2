import { suggest } from '@godwit/diagnostics';
import { InvalidSetting, MultipleHosts } from './errors/settings-errors.ts';
import type { GivenSettings } from './given-settings.ts';
import { parseChannelBinding, parseConnectTimeout, parsePort, parseSslModeSetting } from './setting-values.ts';

type Reader = (value: string, source: string) => GivenSettings;

const READERS = new Map<string, Reader>([
  ['host', (value, source) => ({ host: oneHost(value, source) })],
  ['hostaddr', (value, source) => ({ hostAddress: oneHost(value, source) })],
  ['port', (value, source) => ({ port: parsePort(source, 'port', value) })],
  ['user', (value) => ({ user: value })],
  ['password', (value) => ({ password: value })],
  ['dbname', (value) => ({ database: value })],
  ['sslmode', (value, source) => ({ sslMode: parseSslModeSetting(source, 'sslmode', value) })],
  ['ssl', (value, source) => ({ sslMode: parseSslModeSetting(source, 'ssl', value) })],
  ['sslrootcert', (value) => ({ rootCert: value })],
  ['sslcert', (value) => ({ cert: value })],
  ['sslkey', (value) => ({ key: value })],
  ['connect_timeout', (value, source) => ({ connectTimeoutMs: parseConnectTimeout(source, 'connect_timeout', value) })],
  ['application_name', (value) => ({ applicationName: value })],
  ['options', (value) => ({ options: value })],
  ['passfile', (value) => ({ passwordFile: value })],
  ['channel_binding', (value, source) => ({ channelBinding: parseChannelBinding(source, 'channel_binding', value) })],
]);

/** Parameters about TLS that change nothing about whom we trust: libpq's and Prisma's. */
const HARMLESS = new Set(['sslcompression', 'sslsni', 'sslnegotiation', 'sslcertmode', 'sslaccept', 'sslidentity', 'sslpassword']);

type Decode = (source: string, what: string, text: string | undefined) => string | undefined;

/**
 * The parameters after `?`. Those of other tools (Prisma's `schema`, asyncpg's `command_timeout`) are passed over, since one
 * DATABASE_URL serves them all; an unknown one about TLS is refused, since passing over a misspelt `sslmode` is dangerous.
 *
 * @throws InvalidSetting, MultipleHosts
 */
export function readUrlParameters(source: string, query: string, decode: Decode): GivenSettings {
  let given: GivenSettings = {};
  for (const pair of query.split('&')) {
    const [rawName = '', ...rest] = pair.split('=');
    const name = decode(source, 'a parameter', rawName) ?? '';
    const value = decode(source, `the parameter ${name}`, rest.join('=')) ?? '';
    const reader = READERS.get(name);
    if (reader !== undefined) {
      if (value !== '') given = { ...given, ...reader(value, source) };
    } else {
      refuseUnknownTls(source, name);
    }
  }
  return given;
}

function refuseUnknownTls(source: string, name: string): void {
  if (!/ssl|tls/i.test(name) || HARMLESS.has(name)) return;
  const known = [...READERS.keys()].filter((candidate) => candidate.startsWith('ssl'));
  const meant = suggest(name, known)[0];
  const help = meant === undefined ? `Known are ${known.join(', ')}.` : `Did you mean ${meant}?`;
  throw new InvalidSetting(source, `the parameter ${name}`, 'is not known', help);
}

function oneHost(value: string, source: string): string {
  if (value.includes(',')) throw new MultipleHosts(source);
  return value;
}
