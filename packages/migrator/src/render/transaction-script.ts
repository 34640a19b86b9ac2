import { readSql } from '@godwit/postgres';
import type { RenderOptions } from './render.ts';
import { knownSessionScript } from './session-script.ts';
import { silentScript } from './silent-script.ts';

/** Opens a transaction as the executor does: a known session, the lock on the ledger, the check. */
export async function beginScript(options: RenderOptions & { readonly lockTimeoutMs: number }, check: string): Promise<string> {
  return `begin isolation level read committed read write;
${await knownSessionScript()}set local lock_timeout to ${options.lockTimeoutMs};
${readSql(import.meta.url, '../execute/sql/lock-ledger.sql').trim()};
${check.trim()};
`;
}

/** Writes the ledger and commits, as the executor does. */
export async function closeScript(writes: string): Promise<string> {
  return await silentScript([readSql(import.meta.url, '../execute/sql/close-step.sql').trim(), writes.trim(), 'commit'].join(';\n'));
}
