import { readServerError, readSql, sqlStateOf } from '@godwit/postgres';
import type { Client } from 'pg';
import { installedTables } from './installed-tables.ts';
import { LedgerFailed, LedgerLocked, LedgerNotCreatable, LedgerNotReadable, ServerReadOnly } from './ledger-errors.ts';
import { LEDGER_VERSION, ledgerSchemaSql } from './ledger-schema.ts';
import { readVersion } from './read-ledger.ts';

/** What a race with a tool that does not take our lock looks like: duplicate schema, table, catalog row, or a row changed meanwhile. */
const RACES = new Set(['23505', '42P06', '42P07', '40P01', 'XX000']);
const ATTEMPTS = 5;

/**
 * Creates the ledger where it is missing, adds what this version knows more where the role may, and writes nothing where it is all there.
 * Safe when eight run at once, also beside graphile-migrate, which creates its own part without any lock.
 *
 * @throws LedgerTooNew when a Godwit of a newer major version was here
 * @throws LedgerNotCreatable when the role may not create schemas in the database
 * @throws LedgerNotReadable when it is there and the role may not look
 * @throws ServerReadOnly on a standby, LedgerFailed
 */
export async function ensureLedger(client: Client): Promise<void> {
  const tables = await installedTables(client);
  if (tables.migrations && tables.current && tables.godwit) {
    const { minor } = await readVersion(client).catch((error: unknown) => {
      throw sqlStateOf(error) === '42501' ? new LedgerNotReadable(client.user ?? 'of this connection', error) : error;
    });
    if (minor >= LEDGER_VERSION.minor) return;
  }
  for (let attempt = 1; ; attempt++) {
    const error = await createLedger(client);
    if (error === null) return;
    if (attempt === ATTEMPTS || !RACES.has(sqlStateOf(error) ?? '')) throw explain(client, error);
  }
}

/** @returns the error, after rolling back; null when it is done */
async function createLedger(client: Client): Promise<unknown> {
  try {
    await client.query(
      `begin isolation level read committed read write;\n${readSql(import.meta.url, './sql/read-session.sql')};\n${ledgerSchemaSql()};\ncommit`,
    );
    return null;
  } catch (error) {
    // A connection that is gone has rolled back by itself.
    await client.query('rollback').catch(() => {});
    return error;
  }
}

function explain(client: Client, error: unknown): unknown {
  const state = sqlStateOf(error);
  if (state === '42501') return new LedgerNotCreatable(client.user ?? 'of this connection', client.database ?? '', error);
  if (state === '55P03') return new LedgerLocked(error);
  if (state === '25006' || state === '0A000') return new ServerReadOnly(error);
  return readServerError(error) === null ? error : new LedgerFailed(error);
}
