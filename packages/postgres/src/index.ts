export { type Client, type ConnectOptions, connect } from './connect.ts';
export { parseDatabaseUrl } from './database-url.ts';
export { describeDatabase, describeServer } from './describe-database.ts';
export { readDotenv } from './dotenv.ts';
export {
  InvalidSetting,
  MissingDatabaseName,
  MissingDatabaseUrl,
  MultipleHosts,
  UnencodedCharacter,
  UnsupportedScheme,
} from './errors/settings-errors.ts';
export { isLoopback } from './loopback.ts';
export { quoteIdentifier, quoteLiteral, quoteQualified } from './quote.ts';
export { readSql } from './read-sql.ts';
export { type ResolveOptions, resolveDatabase } from './resolve-database.ts';
export type { DatabaseSettings, SettingsOrigin } from './settings.ts';
export type { SslMode, SslSettings } from './ssl-settings.ts';
export { toDatabaseUrl } from './to-database-url.ts';
export { withClient } from './with-client.ts';
