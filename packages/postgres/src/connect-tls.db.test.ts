import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { certificate, type TlsProxyOptions, withTlsProxy } from '../test/tls-proxy.ts';
import { ConnectionError } from './errors/connection-error.ts';
import { AccessRefused, SslRequired } from './errors/login-errors.ts';
import {
  CertificateFileUnusable,
  ExpiredCertificate,
  SslUnsupported,
  TlsFailed,
  UntrustedCertificate,
  WrongCertificateHost,
} from './errors/tls-errors.ts';
import type { SslMode, SslSettings } from './ssl-settings.ts';
import { SSL_MODES } from './ssl-settings.ts';
import { withClient } from './with-client.ts';

/** How the login that got through was made, over which number of connections, or the error. */
async function outcome(proxy: TlsProxyOptions, ssl: SslSettings, host = '127.0.0.1'): Promise<string | Error> {
  return withTlsProxy(proxy, async ({ settings, logins, connections }) => {
    try {
      await withClient({ ...settings, host, ssl }, (client) => client.query('select 1'), { anyEncoding: true });
      return `${logins.join(', ')} (${connections()})`;
    } catch (error) {
      if (error instanceof Error) return error;
      throw error;
    }
  });
}

async function outcomes(proxy: TlsProxyOptions, ssl: Omit<SslSettings, 'mode'> = {}): Promise<Record<SslMode, unknown>> {
  const all = SSL_MODES.map(async (mode) => {
    const result = await outcome(proxy, { ...ssl, mode });
    return [mode, typeof result === 'string' ? result : result.constructor] as const;
  });
  const found = new Map(await Promise.all(all));
  const of = (mode: SslMode): unknown => found.get(mode);
  return {
    disable: of('disable'),
    allow: of('allow'),
    prefer: of('prefer'),
    require: of('require'),
    'verify-ca': of('verify-ca'),
    'verify-full': of('verify-full'),
  };
}

const ca = certificate('ca.crt');

describe('each sslmode', () => {
  test('with a self-signed certificate and no authority', async () => {
    expect(await outcomes({ certificate: 'self-signed' })).toEqual({
      disable: 'plain (1)',
      allow: 'plain (1)',
      prefer: 'tls (1)',
      require: 'tls (1)',
      'verify-ca': UntrustedCertificate,
      'verify-full': UntrustedCertificate,
    });
  });

  test('with a self-signed certificate that is its own authority', async () => {
    expect(await outcomes({ certificate: 'self-signed' }, { rootCert: certificate('self-signed.crt') })).toMatchObject({
      prefer: 'tls (1)',
      require: 'tls (1)',
      'verify-ca': 'tls (1)',
      'verify-full': 'tls (1)',
    });
  });

  test('with an authority that did not issue the certificate: require verifies then, and prefer goes on without TLS', async () => {
    expect(await outcomes({ certificate: 'self-signed' }, { rootCert: ca })).toEqual({
      disable: 'plain (1)',
      allow: 'plain (1)',
      prefer: 'plain (2)',
      require: UntrustedCertificate,
      'verify-ca': UntrustedCertificate,
      'verify-full': UntrustedCertificate,
    });
  });

  test('with a certificate for another host name', async () => {
    expect(await outcomes({ certificate: 'elsewhere' }, { rootCert: ca })).toMatchObject({
      require: 'tls (1)',
      'verify-ca': 'tls (1)',
      'verify-full': WrongCertificateHost,
    });
  });

  test('with a certificate that has expired', async () => {
    expect(await outcomes({ certificate: 'expired' }, { rootCert: ca })).toMatchObject({
      prefer: 'plain (2)',
      'verify-ca': ExpiredCertificate,
      'verify-full': ExpiredCertificate,
    });
  });

  test('with a server that has no TLS', async () => {
    expect(await outcomes({ certificate: null })).toEqual({
      disable: 'plain (1)',
      allow: 'plain (1)',
      prefer: 'plain (1)',
      require: SslUnsupported,
      'verify-ca': SslUnsupported,
      'verify-full': SslUnsupported,
    });
  });

  test('with a server that lets nobody in unencrypted', async () => {
    expect(await outcomes({ certificate: 'localhost', refuse: 'plain' })).toMatchObject({
      disable: SslRequired,
      allow: 'tls (2)',
      prefer: 'tls (1)',
    });
  });

  test('with a server that lets nobody in encrypted', async () => {
    expect(await outcomes({ certificate: 'localhost', refuse: 'tls' })).toMatchObject({
      allow: 'plain (1)',
      prefer: 'plain (2)',
      require: AccessRefused,
    });
  });

  test('with a server that lets nobody in at all', async () => {
    expect(await outcomes({ certificate: 'localhost', refuse: 'both' })).toMatchObject({
      disable: SslRequired,
      allow: AccessRefused,
      prefer: AccessRefused,
      require: AccessRefused,
    });
  });

  test('with a handshake that breaks off', async () => {
    const result = await outcome({ certificate: 'localhost', breakHandshake: true }, { mode: 'prefer' });
    expect(result).toBe('plain (2)');
    expect(await outcome({ certificate: 'localhost', breakHandshake: true }, { mode: 'require' })).toBeInstanceOf(TlsFailed);
  });
});

test('verify-full checks a host name and an address', async () => {
  expect(await outcome({ certificate: 'localhost' }, { mode: 'verify-full', rootCert: ca }, '127.0.0.1')).toBe('tls (1)');
  expect(await outcome({ certificate: 'localhost' }, { mode: 'verify-full', rootCert: ca }, 'localhost')).toBe('tls (1)');
});

test('a host name is told to the server, for those that serve many, and an address is not', async () => {
  await withTlsProxy({ certificate: 'localhost' }, async ({ settings, serverNames }) => {
    for (const host of ['localhost', '127.0.0.1']) {
      await withClient({ ...settings, host, ssl: { mode: 'require' } }, async () => undefined, { anyEncoding: true });
    }
    expect(serverNames).toEqual(['localhost', false]);
  });
});

test('the errors say what to set', async () => {
  const untrusted = await outcome({ certificate: 'self-signed' }, { mode: 'verify-full' });
  expect(untrusted).toMatchObject({ code: 'GW131', message: expect.stringContaining('it is self-signed') });
  expect(untrusted).toMatchObject({ help: expect.stringMatching(/sslrootcert=.*\n.*sslmode=require/s) });
  const elsewhere = await outcome({ certificate: 'elsewhere' }, { mode: 'verify-full', rootCert: ca });
  expect(elsewhere).toMatchObject({ code: 'GW132', names: 'DNS:db.godwit.test', help: expect.stringContaining('sslmode=verify-ca') });
  const unverified = await outcome({ certificate: 'self-signed' }, { mode: 'verify-ca', rootCert: ca });
  expect(unverified).toMatchObject({ help: expect.stringContaining(ca) });
});

test('a client certificate is sent, and asked for when it is missing', async () => {
  const proxy = { certificate: 'localhost', clientCertificate: true } as const;
  const cert = certificate('client.crt');
  const key = certificate('client.key');
  expect(await outcome(proxy, { mode: 'require', cert, key })).toBe('tls (1)');
  expect(await outcome(proxy, { mode: 'require' })).toBeInstanceOf(ConnectionError);
  expect(await outcome(proxy, { mode: 'require' })).toMatchObject({ code: 'GW134', help: expect.stringContaining('sslcert') });
});

test('a certificate file that cannot be used is named', async () => {
  const proxy = { certificate: 'localhost' } as const;
  const missing = `${tmpdir()}/godwit-no-such.crt`;
  expect(await outcome(proxy, { mode: 'require', rootCert: missing })).toMatchObject({
    code: 'GW106',
    setting: 'sslrootcert',
    path: missing,
  });
  const readme = certificate('README.md');
  expect(await outcome(proxy, { mode: 'verify-ca', rootCert: readme })).toBeInstanceOf(CertificateFileUnusable);
  expect(await outcome(proxy, { mode: 'require', cert: certificate('client.crt'), key: readme })).toMatchObject({ setting: 'sslkey' });
  expect(await outcome(proxy, { mode: 'require', cert: certificate('client.crt'), key: certificate('localhost.key') })).toBeInstanceOf(
    TlsFailed,
  );
});

test('channel binding that is required and not offered stops the login', async () => {
  const ssl = { mode: 'require', channelBinding: true } as const;
  expect(await outcome({ certificate: 'localhost' }, ssl)).toMatchObject({
    code: 'GW128',
    message: expect.stringContaining('channel binding'),
  });
});
