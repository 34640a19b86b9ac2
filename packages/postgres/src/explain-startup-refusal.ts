import type { GodwitError } from '@godwit/diagnostics';
import {
  AccessRefused,
  ConnectForbidden,
  LoginForbidden,
  SslRequired,
  UnknownDatabase,
  UnknownRole,
  WrongPassword,
} from './errors/login-errors.ts';
import { PoolerExhausted } from './errors/pooler-error.ts';
import {
  ConnectionRejected,
  DatabaseClosed,
  ServerShuttingDown,
  ServerStarting,
  TooManyConnections,
} from './errors/server-state-errors.ts';
import { TlsFailed } from './errors/tls-errors.ts';
import type { ConnectErrorContext } from './explain-connect-error.ts';
import type { ServerErrorFields } from './server-error-fields.ts';

/**
 * Why the server refused the startup, by SQLSTATE and by the C function that said so (its messages may be in any language);
 * the English words decide only where those two cannot.
 */
export function explainStartupRefusal(
  error: unknown,
  server: ServerErrorFields,
  { settings, encryption, beside }: ConnectErrorContext,
): GodwitError {
  switch (server.sqlState) {
    case '28P01':
      return new WrongPassword(settings, server, error);
    case '28000':
      return explainAuthorization();
    case '3D000':
      return new UnknownDatabase(settings, server, error);
    case '42501':
      return new ConnectForbidden(settings, server, error);
    case '53300':
      return new TooManyConnections(settings, server, error);
    case '55000':
      return new DatabaseClosed(settings, server, error);
    case '57P01':
    case '57P02':
      return new ServerShuttingDown(settings, server, error);
    case '57P03':
      return /shutting down/i.test(server.message)
        ? new ServerShuttingDown(settings, server, error)
        : new ServerStarting(settings, server, error);
    case '08P01':
      return explainPooler() ?? new ConnectionRejected(settings, server, error);
  }
  return new ConnectionRejected(settings, server, error);

  /** 28000 is an unknown role, a role without LOGIN, a missing pg_hba.conf entry, and a failed peer or certificate check. */
  function explainAuthorization(): GodwitError {
    if (server.routine === 'InitializeSessionUserId') {
      const exists = /not permitted to log in/i.test(server.message);
      return exists ? new LoginForbidden(settings, server, error) : new UnknownRole(settings, server, error);
    }
    if (/client certificate/i.test(server.message)) return new TlsFailed(settings, server.message, error);
    const wantsTls = server.routine === 'ClientAuthentication' || /\bssl\b|insecure/i.test(server.message);
    if (encryption === 'none' && wantsTls) return new SslRequired(settings, server, error);
    return new AccessRefused(settings, server, encryption === 'tls', error);
  }

  /** PgBouncer gives all its refusals this one SQLSTATE, in English. */
  function explainPooler(): GodwitError | null {
    const { message } = server;
    if (/no such database|database .* does not exist/i.test(message)) return new UnknownDatabase(settings, server, error);
    if (/no such user/i.test(message)) return new UnknownRole(settings, server, error);
    if (/authentication failed/i.test(message)) return new WrongPassword(settings, server, error);
    if (/no more connections/i.test(message)) return new TooManyConnections(settings, server, error);
    if (/query_wait_timeout/i.test(message)) return new PoolerExhausted(settings, { beside, waitedMs: null, cause: error });
    return /\bssl required\b/i.test(message) && encryption === 'none' ? new SslRequired(settings, server, error) : null;
  }
}
