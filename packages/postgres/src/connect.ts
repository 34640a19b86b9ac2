import type { Client } from 'pg';
import type { DatabaseSettings } from './settings.ts';

export type { Client } from 'pg';

export interface ConnectOptions {
  /** Overrides the settings' own: what `pg_stat_activity` shows. */
  readonly applicationName?: string;
  readonly signal?: AbortSignal;
}

export async function connect(settings: DatabaseSettings, options: ConnectOptions = {}): Promise<Client> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    host: settings.host,
    port: settings.port,
    user: settings.user,
    password: settings.password,
    database: settings.database,
    ssl: false,
    application_name: options.applicationName ?? settings.applicationName,
    options: settings.options,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    types: {
      getTypeParser: (oid, format) => (oid === 20 && format !== 'binary' ? BigInt : pg.types.getTypeParser(oid, format)),
    },
  });
  await client.connect();
  client.on('error', () => {});
  return client;
}
