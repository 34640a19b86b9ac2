import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { CertificateFileUnusable } from './errors/tls-errors.ts';
import type { SslSettings } from './ssl-settings.ts';

/** What TLS needs beyond the socket: whom to trust, who we are, and how much to check. */
export interface TlsMaterial {
  readonly options: ConnectionOptions;
  /** The file of trusted authorities that is in force, for messages. */
  readonly rootCert: string | undefined;
}

/**
 * Turns libpq's settings into Node's. As in libpq, `~/.postgresql/root.crt`, `postgresql.crt` and `postgresql.key` are used when they exist and
 * nothing else is set, and a file of authorities makes any mode check the certificate against it. Unlike libpq, `verify-ca` and
 * `verify-full` without such a file trust the authorities that Node trusts, and a file that is named and not there is always an error.
 *
 * @throws CertificateFileUnusable
 */
export async function readTlsMaterial(ssl: SslSettings, home: string = homedir()): Promise<TlsMaterial> {
  const rootCert = ssl.rootCert ?? existing(join(home, '.postgresql', 'root.crt'));
  const cert = ssl.cert ?? existing(join(home, '.postgresql', 'postgresql.crt'));
  const key = cert === undefined ? undefined : (ssl.key ?? existing(join(home, '.postgresql', 'postgresql.key')));
  const { createSecureContext, getCACertificates } = await import('node:tls');
  const trusted =
    rootCert === 'system'
      ? [...(getCACertificates?.('default') ?? []), ...(getCACertificates?.('system') ?? [])]
      : read('sslrootcert', rootCert, (ca) => createSecureContext({ ca }));
  const ownCert = read('sslcert', cert, (text) => createSecureContext({ cert: text }));
  const ownKey = read('sslkey', key, (text) => createSecureContext({ key: text }));
  const verify = ssl.mode === 'verify-ca' || ssl.mode === 'verify-full' || rootCert !== undefined;
  return {
    rootCert,
    options: {
      rejectUnauthorized: verify,
      // The host name is checked by Node unless this says that there is nothing to object to.
      ...(ssl.mode === 'verify-full' ? {} : { checkServerIdentity: () => undefined }),
      ...(trusted === undefined || trusted.length === 0 ? {} : { ca: trusted }),
      ...(ownCert === undefined ? {} : { cert: ownCert }),
      ...(ownKey === undefined ? {} : { key: ownKey }),
    },
  };
}

function existing(path: string): string | undefined {
  return existsSync(path) ? path : undefined;
}

/** Reads one PEM file and lets OpenSSL look at it alone, so that the error can name the file. */
function read(setting: 'sslrootcert' | 'sslcert' | 'sslkey', path: string | undefined, check: (text: string) => void): string | undefined {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new CertificateFileUnusable(setting, path, missing ? 'does not exist' : 'cannot be read', error);
  }
  try {
    if (!text.includes('-----BEGIN ')) throw new Error('There is no PEM block in it');
    check(text);
  } catch (error) {
    throw new CertificateFileUnusable(setting, path, 'is not usable', error);
  }
  return text;
}
