import { readSql } from '@godwit/postgres';
import type { LedgerVersion } from './ledger.ts';

/** The version of the schema `godwit` that this code creates; `ledger-schema.sql` says the same. */
export const LEDGER_VERSION: LedgerVersion = { major: 1, minor: 2 };

/**
 * Idempotent SQL that creates graphile-migrate's two tables and the schema `godwit`: one statement without parameters, for psql, for
 * graphile-migrate's `beforeAllMigrations` and for the head of a rendered script.
 */
export function ledgerSchemaSql(): string {
  return readSql(import.meta.url, './sql/ledger-schema.sql');
}
