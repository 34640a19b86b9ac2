import { type DatabaseSettings, DEFAULT_PORT } from './settings.ts';

/** What a person calls the database: `app @ db.internal`, with `:6432` when the port is not 5432. Never a password, never the user. */
export function describeDatabase(settings: Pick<DatabaseSettings, 'database' | 'host' | 'port'>): string {
  return `${settings.database} @ ${describeServer(settings)}`;
}

/** The server alone: `db.internal`, `db.internal:6432`, `[::1]:6432`, `/var/run/postgresql`. */
export function describeServer(settings: Pick<DatabaseSettings, 'host' | 'port'>): string {
  if (settings.port === DEFAULT_PORT) return settings.host;
  return `${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`;
}
