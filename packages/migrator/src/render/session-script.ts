import { readSql } from '@godwit/postgres';
import { pgSettingsSql } from '../execute/session.ts';
import { fillSql } from '../ledger/fill-sql.ts';
import type { RenderOptions } from './render.ts';
import { silentScript } from './silent-script.ts';

/** The known session of the executor. The script is UTF-8, which `reset all` has just forgotten. */
export async function knownSessionScript({ searchPath = 'public' }: Pick<RenderOptions, 'searchPath'>): Promise<string> {
  const known = fillSql(readSql(import.meta.url, '../execute/sql/known-session.sql'), { search_path: searchPath });
  const deallocate = readSql(import.meta.url, '../execute/sql/deallocate.sql');
  const timeout = readSql(import.meta.url, './sql/transaction-timeout.sql');
  return await silentScript([known, deallocate, timeout, "set client_encoding to 'UTF8'"].map((part) => part.trim()).join(';\n'));
}

/** The caller's settings; nothing when there are none. */
export async function pgSettingsScript({
  pgSettings,
  placeholders,
  actor,
}: Pick<RenderOptions, 'pgSettings' | 'placeholders' | 'actor'>): Promise<string> {
  return await silentScript(pgSettingsSql({ pgSettings, placeholders, actor }) ?? '');
}
