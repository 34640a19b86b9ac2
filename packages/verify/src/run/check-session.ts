import type { Placeholders } from '@godwit/history';
import { fillSql } from '@godwit/migrator';
import { readSql } from '@godwit/postgres';

/** What checks find set, and what they may do. */
export interface CheckSettings {
  readonly placeholders: Placeholders;
  readonly searchPath: string;
  /** Whether a check that writes is made. */
  readonly writes: boolean;
  /** Milliseconds; null leaves it to the session. */
  readonly lockTimeoutMs: number | null;
  readonly statementTimeoutMs: number | null;
}

/** Of a database that others use. */
export const LIVE_LOCK_TIMEOUT_MS = 500;
export const LIVE_STATEMENT_TIMEOUT_MS = 30_000;

/** What is rolled back after a check: a transaction of its own, or a part of the one that is open. */
export type CheckFrame = 'transaction' | 'savepoint';

export function beginSql(frame: CheckFrame, { writes }: CheckSettings): string {
  if (frame === 'savepoint') return readSql(import.meta.url, writes ? './sql/begin-savepoint.sql' : './sql/begin-reading-savepoint.sql');
  return readSql(import.meta.url, writes ? './sql/begin-writing.sql' : './sql/begin-reading.sql');
}

export function endSql(frame: CheckFrame): string {
  return readSql(import.meta.url, frame === 'savepoint' ? './sql/end-savepoint.sql' : './sql/end-transaction.sql');
}

/** Sets what the check finds, within its transaction. */
export function settingsSql({ searchPath, lockTimeoutMs, statementTimeoutMs }: CheckSettings): string {
  const values = {
    search_path: searchPath,
    ...(lockTimeoutMs === null ? {} : { lock_timeout: `${lockTimeoutMs}` }),
    ...(statementTimeoutMs === null ? {} : { statement_timeout: `${statementTimeoutMs}` }),
  };
  const calls = Object.entries(values).map(([name, value]) => fillSql("pg_catalog.set_config(:'name', :'value', true)", { name, value }));
  return `select ${calls.join(', ')}`;
}
