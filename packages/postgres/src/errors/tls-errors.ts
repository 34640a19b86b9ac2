import { GodwitError } from '@godwit/diagnostics';
import { addressOf, ConnectionError, type Destination } from './connection-error.ts';

const NO_CHECK = 'To encrypt without knowing whom you talk to: sslmode=require.';

/** A certificate or key file that cannot be used. */
export class CertificateFileUnusable extends GodwitError {
  readonly setting: 'sslrootcert' | 'sslcert' | 'sslkey';
  readonly path: string;

  constructor(setting: 'sslrootcert' | 'sslcert' | 'sslkey', path: string, reason: string, cause: unknown) {
    super({
      code: 'GW106',
      message: `${setting} ${path} ${reason}`,
      help: `Check the path in ${setting} (or PG${setting.toUpperCase()}). The file has to be PEM; a key must have no passphrase.`,
      cause,
    });
    this.setting = setting;
    this.path = path;
  }
}

/** The settings want TLS, the server has none. */
export class SslUnsupported extends ConnectionError {
  constructor(to: Destination) {
    super(to, {
      code: 'GW130',
      message: `${addressOf(to)} does not offer SSL, which the settings require`,
      help: 'Turn it on in the server (ssl = on with a certificate). On a network that you trust: sslmode=prefer, or sslmode=disable.',
      transient: false,
    });
  }
}

/** Nobody whom we trust vouches for the certificate: self-signed, or by an authority of the house. */
export class UntrustedCertificate extends ConnectionError {
  /** OpenSSL's name for it: `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  readonly reason: string;

  constructor(to: Destination, reason: string, message: string, rootCert: string | undefined, cause: unknown) {
    const missing = `Get the certificate of its authority (your provider offers it for download) and set sslrootcert=/path/to/root.crt in the URL, or PGSSLROOTCERT.`;
    super(to, {
      code: 'GW131',
      message: `The certificate of ${addressOf(to)} cannot be verified: ${message}`,
      help: `${rootCert === undefined ? missing : `It was not issued by an authority in ${rootCert}: get the right file.`}\n${rootCert === undefined ? NO_CHECK : `${NO_CHECK.slice(0, -1)} and no sslrootcert.`}`,
      cause,
      transient: false,
    });
    this.reason = reason;
  }
}

/** The certificate is good and somebody else's. */
export class WrongCertificateHost extends ConnectionError {
  /** What it is made out to: `DNS:db.internal, IP Address:10.0.0.1`, or its common name. */
  readonly names: string | undefined;

  constructor(to: Destination, names: string | undefined, cause: unknown) {
    super(to, {
      code: 'GW132',
      message: `The certificate of ${addressOf(to)} is not made out to ${to.host}`,
      details: names === undefined ? [] : [`It is made out to ${names}`],
      help: `Connect by a name that it is made out to. To check the authority and not the name: sslmode=verify-ca.`,
      cause,
      transient: false,
    });
    this.names = names;
  }
}

/** The certificate's time is over, or has not begun. */
export class ExpiredCertificate extends ConnectionError {
  constructor(to: Destination, message: string, cause: unknown) {
    super(to, {
      code: 'GW133',
      message: `The certificate of ${addressOf(to)} is not valid today: ${message}`,
      help: `Renew it on the server, and check this machine's clock. ${NO_CHECK}`,
      cause,
      transient: false,
    });
  }
}

/** Any other failure of TLS: no common version, the server wants a client certificate, it hangs up (which may pass). */
export class TlsFailed extends ConnectionError {
  constructor(to: Destination, reason: string, cause: unknown, { transient }: { readonly transient: boolean } = { transient: false }) {
    super(to, {
      code: 'GW134',
      message: `TLS with ${addressOf(to)} failed: ${reason}`,
      help: 'If the server wants a client certificate: sslcert and sslkey in the URL, or PGSSLCERT and PGSSLKEY.',
      cause,
      transient,
    });
  }
}
