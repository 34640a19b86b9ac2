import { readServerError, readSql, sqlStateOf } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import { type InstalledTables, installedTables } from './installed-tables.ts';
import type { Ledger, UnfinishedStep } from './ledger.ts';
import { LedgerFailed, LedgerLocked, LedgerNotReadable, LedgerTooNew } from './ledger-errors.ts';
import {
  appliedFromRow,
  attemptFromRow,
  attemptRow,
  currentRow,
  detailsFromRow,
  journalRow,
  knownRow,
  productionRow,
  sharedRow,
  versionRow,
} from './ledger-rows.ts';
import { LEDGER_VERSION } from './ledger-schema.ts';
import { orderChain } from './order-chain.ts';
import { runScript } from './run-script.ts';

const NOTHING: Ledger = { installed: false, version: null, applied: [], unfinished: null, production: false, current: null, attempt: null };

/**
 * Reads the ledger in two round trips, writing nothing: a read-only role and a standby will do.
 *
 * @throws LedgerTooNew when a Godwit of a newer major version was here
 * @throws LedgerNotReadable when the role lacks USAGE or SELECT
 * @throws LedgerNotAChain when somebody broke the chain by hand
 */
export async function readLedger(client: Client): Promise<Ledger> {
  const tables = await installedTables(client);
  if (!tables.migrations) return tables.godwit ? { ...NOTHING, version: await readVersion(client) } : NOTHING;
  try {
    return await readTables(client, tables);
  } catch (error) {
    throw await explain(client, error, tables);
  }
}

async function readTables(client: Client, tables: InstalledTables): Promise<Ledger> {
  const current = tables.current ? 'current-text' : null;
  if (!tables.godwit) {
    const [revisions = [], texts = []] = await readAll(client, ['shared-revisions', current]);
    const applied = v.parse(v.array(sharedRow), revisions).map((row) => appliedFromRow(row, null));
    return { ...NOTHING, installed: true, applied: orderChain(applied), current: currentText(texts) };
  }
  const attempt = tables.attempt ? 'applied-attempt' : null;
  const names = ['ledger-version', 'known-revisions', 'unfinished-step', 'production', attempt, current];
  const [versions = [], revisions = [], unfinished = [], production = [], ...last] = await readAll(client, names);
  const [attempts = [], texts = []] = attempt === null ? [[], ...last] : last;
  const applied = v.parse(v.array(knownRow), revisions).map((row) => appliedFromRow(row, detailsFromRow(row)));
  return {
    installed: true,
    version: checkVersion(v.parse(versionRow, versions[0])),
    applied: orderChain(applied),
    unfinished: unfinished[0] === undefined ? null : unfinishedStep(unfinished[0]),
    production: v.parse(productionRow, production[0]).production,
    current: currentText(texts),
    attempt: attempts[0] === undefined ? null : attemptFromRow(v.parse(attemptRow, attempts[0])),
  };
}

async function readAll(client: Client, names: readonly (string | null)[]): Promise<readonly (readonly unknown[])[]> {
  const texts = ['read-session', ...names].flatMap((name) => (name === null ? [] : readSql(import.meta.url, `./sql/${name}.sql`)));
  const [, ...results] = await runScript(client, texts.join(';\n'));
  return results;
}

/** @throws LedgerTooNew */
export async function readVersion(client: Client): Promise<v.InferOutput<typeof versionRow>> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/ledger-version.sql'));
  return checkVersion(v.parse(versionRow, rows[0]));
}

function checkVersion(version: v.InferOutput<typeof versionRow>): v.InferOutput<typeof versionRow> {
  if (version.major > LEDGER_VERSION.major) throw new LedgerTooNew(version.major, version.minor, LEDGER_VERSION.major);
  return version;
}

function unfinishedStep(row: unknown): UnfinishedStep {
  const { previous_hash, started_at, backend_pid, ...step } = v.parse(journalRow, row);
  const { hash, name, direction, statement, running } = step;
  return { hash, previousHash: previous_hash, name, direction, statement, startedAt: started_at, backendPid: backend_pid, running };
}

function currentText(rows: readonly unknown[]): string | null {
  const text = rows[0] === undefined ? '' : v.parse(currentRow, rows[0]).content;
  return text.trim() === '' ? null : text;
}

/** A column or table that is not there is what a newer major version would look like. */
async function explain(client: Client, error: unknown, tables: InstalledTables): Promise<unknown> {
  const state = sqlStateOf(error);
  if (state === '42501') return new LedgerNotReadable(client.user ?? 'of this connection', error);
  if (state === '55P03') return new LedgerLocked(error);
  if (tables.godwit && (state === '42703' || state === '42P01')) await readVersion(client);
  return readServerError(error) === null ? error : new LedgerFailed(error);
}
