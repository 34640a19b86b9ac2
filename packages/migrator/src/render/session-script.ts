import { readSql } from '@godwit/postgres';
import { pgSettingsSql } from '../execute/session.ts';
import { fillSql } from '../ledger/fill-sql.ts';
import type { RenderOptions } from './render.ts';

/** psql's way to run a SELECT and keep its row to itself. */
const SILENT = ' \\gset godwit_\n';

/** The known session of the executor. The script is UTF-8, which `reset all` has just forgotten. */
export function knownSessionScript({ searchPath = 'public' }: Pick<RenderOptions, 'searchPath'>): string {
  const known = fillSql(readSql(import.meta.url, '../execute/sql/known-session.sql'), { search_path: searchPath }).trim();
  return `${known}${SILENT}${readSql(import.meta.url, './sql/transaction-timeout.sql').trim()};\nset client_encoding to 'UTF8';\n`;
}

/** The caller's settings; nothing when there are none. */
export function pgSettingsScript({
  pgSettings,
  placeholders,
  actor,
}: Pick<RenderOptions, 'pgSettings' | 'placeholders' | 'actor'>): string {
  const sql = pgSettingsSql({ pgSettings, placeholders, actor });
  return sql === null ? '' : `${sql}${SILENT}`;
}
