import { GodwitError } from '@godwit/diagnostics';
import { AuthenticationFailed } from './errors/login-errors.ts';
import { ExpiredCertificate, TlsFailed, UntrustedCertificate, WrongCertificateHost } from './errors/tls-errors.ts';
import {
  ConnectionClosed,
  ConnectionFailed,
  ConnectionRefused,
  ConnectTimeout,
  HostNotFound,
  HostUnreachable,
  SocketUnavailable,
} from './errors/unreachable-errors.ts';
import { explainStartupRefusal } from './explain-startup-refusal.ts';
import { readServerError } from './server-error-fields.ts';
import type { DatabaseSettings } from './settings.ts';

/** How the connection that failed was protected: `unavailable` when the server was asked for TLS and has none. */
export type Encryption = 'none' | 'unavailable' | 'tls';

export interface ConnectErrorContext {
  readonly settings: DatabaseSettings;
  readonly encryption: Encryption;
  /** The file of trusted authorities in force. */
  readonly rootCert: string | undefined;
  /** Whether the caller holds another connection. */
  readonly beside: boolean;
}

const UNTRUSTED = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'it is self-signed'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'its authority is not trusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'its authority is not known'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'its authority is not known'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its authority is not known'],
  ['CERT_UNTRUSTED', 'its authority is not trusted'],
  ['CERT_REJECTED', 'its authority is not trusted for this'],
  ['CERT_SIGNATURE_FAILURE', 'its signature is wrong'],
  ['CERT_REVOKED', 'it is revoked'],
  ['INVALID_CA', 'its authority is not one'],
  ['INVALID_PURPOSE', 'it is not made for servers'],
]);

const EXPIRED = new Map([
  ['CERT_HAS_EXPIRED', 'it has expired'],
  ['CERT_NOT_YET_VALID', 'its time has not begun'],
]);

/** An error from any phase of connecting as one of ours; ours already, it is returned as it is. */
export function explainConnectError(error: unknown, context: ConnectErrorContext): GodwitError {
  if (error instanceof GodwitError) return error;
  const server = readServerError(error);
  if (server !== null) return explainStartupRefusal(error, server, context);
  return explainTlsError(error, context) ?? explainNetworkError(error, context.settings);
}

function explainTlsError(error: unknown, { settings, encryption, rootCert }: ConnectErrorContext): GodwitError | null {
  const code = codeOf(error);
  const untrusted = UNTRUSTED.get(code);
  if (untrusted !== undefined) return new UntrustedCertificate(settings, code, untrusted, rootCert, error);
  const expired = EXPIRED.get(code);
  if (expired !== undefined) return new ExpiredCertificate(settings, expired, error);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return new WrongCertificateHost(settings, namesOf(error), error);
  const ofTls = code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code.startsWith('ERR_OSSL_') || code.startsWith('CERT_');
  return ofTls && encryption === 'tls' ? new TlsFailed(settings, messageOf(error), error) : null;
}

function explainNetworkError(error: unknown, settings: DatabaseSettings): GodwitError {
  const socket = settings.host.startsWith('/');
  switch (codeOf(error)) {
    case 'ECONNREFUSED':
      return new ConnectionRefused(settings, error);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new HostNotFound(settings, error);
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EHOSTDOWN':
    case 'EADDRNOTAVAIL':
      return new HostUnreachable(settings, error);
    case 'ETIMEDOUT':
      return new ConnectTimeout(settings, 'reach', 0, error);
    case 'ENOENT':
    case 'ENOTDIR':
      return socket ? new SocketUnavailable(settings, 'missing', error) : new ConnectionFailed(settings, messageOf(error), error);
    case 'EACCES':
    case 'EPERM':
      return socket ? new SocketUnavailable(settings, 'forbidden', error) : new ConnectionFailed(settings, messageOf(error), error);
    case 'ECONNRESET':
    case 'EPIPE':
      return new ConnectionClosed(settings, error);
  }
  // The rest comes from pg, which gives these no code.
  const message = messageOf(error);
  if (message.startsWith('Connection terminated')) return new ConnectionClosed(settings, error);
  if (message.startsWith('SASL')) return new AuthenticationFailed(settings, message.replace(/^SASL: /, ''), error);
  if (message.includes('authenticationOk message type'))
    return new AuthenticationFailed(settings, 'the server asks for a way that is not supported', error);
  return new ConnectionFailed(settings, message, error);
}

/** Of several addresses that were tried, the first one's: they nearly always agree. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function namesOf(error: unknown): string | undefined {
  const cert: unknown = error instanceof Error && 'cert' in error ? error.cert : undefined;
  if (typeof cert !== 'object' || cert === null) return undefined;
  if ('subjectaltname' in cert && typeof cert.subjectaltname === 'string') return cert.subjectaltname;
  const subject: unknown = 'subject' in cert ? cert.subject : undefined;
  if (typeof subject !== 'object' || subject === null || !('CN' in subject)) return undefined;
  return typeof subject.CN === 'string' ? subject.CN : undefined;
}
