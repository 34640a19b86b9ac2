export {
  type AdvisoryLockOptions,
  releaseAdvisoryLock,
  tryAdvisoryLock,
  withAdvisoryLock,
} from './advisory-lock.ts';
export { type Client, type ConnectOptions, connect } from './connect.ts';
export { connectionLoss } from './connection-loss.ts';
export { type CopyPlace, templatePrefix, workPrefix } from './copies/copy-place.ts';
export { DatabaseBusy } from './copies/database-busy.ts';
export { dropDatabase, listDatabases } from './copies/databases.ts';
export { type Copy, type CopyRecipe, type OpenCopyOptions, openCopy } from './copies/open-copy.ts';
export { type CopyRefusal, isRefusal, refusalOf } from './copies/refusal.ts';
export { type CopyInUse, withCopy } from './copies/with-copy.ts';
export { parseDatabaseUrl } from './database-url.ts';
export { describeDatabase, describeServer } from './describe-database.ts';
export { describeServerError, type ServerErrorDescription, type StatementPlace } from './describe-server-error.ts';
export { readDotenv } from './dotenv.ts';
export { ConnectionError } from './errors/connection-error.ts';
export { NotUtf8 } from './errors/encoding-error.ts';
export { LockUnavailable } from './errors/lock-error.ts';
export {
  AccessRefused,
  AuthenticationFailed,
  ConnectForbidden,
  LoginForbidden,
  PasswordRequired,
  SslRequired,
  UnknownDatabase,
  UnknownRole,
  WrongPassword,
} from './errors/login-errors.ts';
export { PoolerExhausted, TransactionPooler } from './errors/pooler-error.ts';
export {
  ConnectionRejected,
  DatabaseClosed,
  ServerNotReady,
  ServerShuttingDown,
  ServerStarting,
  TooManyConnections,
  UnsupportedServer,
} from './errors/server-state-errors.ts';
export {
  InvalidSetting,
  MalformedDotenv,
  MissingDatabaseName,
  MissingDatabaseUrl,
  MultipleHosts,
  UnencodedCharacter,
  UnreadableDotenv,
  UnsupportedScheme,
} from './errors/settings-errors.ts';
export {
  CertificateFileUnusable,
  ExpiredCertificate,
  SslUnsupported,
  TlsFailed,
  UntrustedCertificate,
  WrongCertificateHost,
} from './errors/tls-errors.ts';
export {
  ConnectionClosed,
  ConnectionFailed,
  ConnectionRefused,
  ConnectTimeout,
  HostNotFound,
  HostUnreachable,
  NotPostgres,
  SocketUnavailable,
} from './errors/unreachable-errors.ts';
export { type ExtensionAdviceOptions, extensionAdvice } from './extension-advice.ts';
export { type ExtensionProblem, extensionProblem } from './extension-problem.ts';
export { isEmbeddedServer } from './is-embedded-server.ts';
export { isStandby } from './is-standby.ts';
export { realExtensionName } from './known-extensions.ts';
export { describeLockHolder, type LockHolder } from './lock-holder.ts';
export { isLoopback } from './loopback.ts';
export { quoteIdentifier, quoteLiteral, quoteQualified } from './quote.ts';
export { readSql } from './read-sql.ts';
export { type ResolveOptions, resolveDatabase } from './resolve-database.ts';
export { readServerError, type ServerErrorFields, sqlStateOf } from './server-error-fields.ts';
export { assertSupportedServer, serverVersion } from './server-version.ts';
export type { DatabaseSettings, SettingsOrigin } from './settings.ts';
export type { SslMode, SslSettings } from './ssl-settings.ts';
export { toDatabaseUrl } from './to-database-url.ts';
export { detectTransactionPooler } from './transaction-pooler.ts';
export { type FailedAttempt, type WaitForServerOptions, type WaitResult, waitForServer } from './wait-for-server.ts';
export { withClient } from './with-client.ts';
