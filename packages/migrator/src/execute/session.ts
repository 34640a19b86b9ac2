import { readServerError, readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import { fillSql } from '../ledger/fill-sql.ts';
import type { ExecuteSettings } from './execute-settings.ts';

/** The connection that steps run on, and what the server says of it. */
export interface Session {
  readonly client: Client;
  readonly pid: number;
  /** As the server writes it, so that no digit is lost. */
  readonly backendStart: string;
  /** `server_version_num`. */
  readonly serverVersion: number;
  /** True for the embedded server: a second connection would wait for our transaction to end. */
  readonly singleBackend: boolean;
  /** Whether the server can look after the client while a statement runs: not on every platform. */
  readonly checksConnection: boolean;
}

const row = v.object({
  pid: v.number(),
  backend_start: v.string(),
  server_version: v.number(),
  single_backend: v.boolean(),
});

export async function openSession(client: Client): Promise<Session> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/session.sql'));
  const { pid, backend_start, server_version, single_backend } = v.parse(row, rows[0]);
  return {
    client,
    pid,
    backendStart: backend_start,
    serverVersion: server_version,
    singleBackend: single_backend,
    checksConnection: !single_backend && (await canCheckConnection(client)),
  };
}

async function canCheckConnection(client: Client): Promise<boolean> {
  try {
    await client.query(readSql(import.meta.url, './sql/check-connection.sql'));
    return true;
  } catch (error) {
    if (readServerError(error) === null) throw error;
    return false;
  }
}

/** Brings the session to the state in which every step begins; runs inside a transaction and without one. */
export function knownSessionSql(session: Session, settings: ExecuteSettings): string {
  return [
    fillSql(readSql(import.meta.url, './sql/known-session.sql'), { search_path: settings.searchPath ?? 'public' }),
    ...(session.serverVersion < 170_000 ? [] : [readSql(import.meta.url, './sql/transaction-timeout.sql')]),
    ...(session.checksConnection ? [readSql(import.meta.url, './sql/check-connection.sql')] : []),
  ].join(';\n');
}

/** The caller's settings, as graphile-migrate sets them; null when there are none. Last, since one of them may be `role`. */
export function pgSettingsSql(settings: ExecuteSettings): string | null {
  const calls = Object.entries(settings.pgSettings).map(([name, value]) =>
    fillSql("pg_catalog.set_config(:'name', :'value', false)", { name, value }),
  );
  return calls.length === 0 ? null : `select ${calls.join(', ')}`;
}
