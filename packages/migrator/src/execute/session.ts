import { readServerError, readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import { fillSql } from '../ledger/fill-sql.ts';
import { runScript } from '../ledger/run-script.ts';
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
  /** What makes it a session without past, see `known-session.sql`. */
  readonly known: string;
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
  const [, rows = []] = await runScript(client, readSql(import.meta.url, './sql/session.sql'));
  const { pid, backend_start, server_version, single_backend } = v.parse(row, rows[0]);
  const checksConnection = !single_backend && (await canCheckConnection(client));
  return {
    client,
    pid,
    backendStart: backend_start,
    serverVersion: server_version,
    singleBackend: single_backend,
    checksConnection,
    known: knownSessionSql(server_version, checksConnection),
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

/** Takes from the session whatever it was left with; runs inside a transaction and without one. A step's own settings come after it. */
function knownSessionSql(serverVersion: number, checksConnection: boolean): string {
  return [
    readSql(import.meta.url, './sql/known-session.sql'),
    ...(serverVersion < 170_000 ? [] : [readSql(import.meta.url, './sql/transaction-timeout.sql')]),
    ...(checksConnection ? [readSql(import.meta.url, './sql/check-connection.sql')] : []),
  ].join(';\n');
}

/**
 * What a step finds set: the search path, then the caller's settings, as graphile-migrate sets them; calls to be made in this order. After
 * everything of ours, since one of them may be `role`.
 */
export function stepSettings({ searchPath = 'public', pgSettings }: Pick<ExecuteSettings, 'searchPath' | 'pgSettings'>): readonly string[] {
  return [['search_path', searchPath], ...Object.entries(pgSettings)].map(([name, value]) =>
    fillSql("pg_catalog.set_config(:'name', :'value', false)", { name, value }),
  );
}

export function stepSettingsSql(settings: ExecuteSettings): string {
  return `select ${stepSettings(settings).join(', ')}`;
}
