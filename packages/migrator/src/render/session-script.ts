import { readSql } from '@godwit/postgres';
import { stepSettingsSql } from '../execute/session.ts';
import type { RenderOptions } from './render.ts';
import { silentScript } from './silent-script.ts';

/** The known session of the executor. The script is UTF-8, which `reset all` has just forgotten. */
export async function knownSessionScript(): Promise<string> {
  const known = readSql(import.meta.url, '../execute/sql/known-session.sql');
  const deallocate = readSql(import.meta.url, '../execute/sql/deallocate.sql');
  const timeout = readSql(import.meta.url, './sql/transaction-timeout.sql');
  return await silentScript([known, deallocate, timeout, "set client_encoding to 'UTF8'"].map((part) => part.trim()).join(';\n'));
}

/** The search path and the caller's settings. */
export async function stepSettingsScript({
  searchPath = 'public',
  pgSettings,
  placeholders,
  actor,
}: Pick<RenderOptions, 'searchPath' | 'pgSettings' | 'placeholders' | 'actor'>): Promise<string> {
  return await silentScript(stepSettingsSql({ searchPath, pgSettings, placeholders, actor }));
}
