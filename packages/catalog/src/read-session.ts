import { readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { CatalogReader } from './catalog-reader.ts';
import { UnsupportedServer } from './errors/unsupported-server.ts';

/** The oldest whose system catalog has every column that the queries name. */
const OLDEST = 150_000;

/** What makes the server print every definition the same way, wherever and by whomever it is asked. */
const SETTINGS: Readonly<Record<string, string>> = {
  search_path: 'pg_catalog, pg_temp',
  quote_all_identifiers: 'off',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  TimeZone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: '1',
  lc_monetary: 'C',
  xmloption: 'content',
  // Compiling the queries takes longer than running them.
  jit: 'off',
};

const sessionSchema = v.object({ number: v.number(), version: v.string(), in_transaction: v.boolean() });
const settingsSchema = v.array(v.object({ name: v.string(), value: v.string() }));

const probe = () => readSql(import.meta.url, './sql/probe-transaction.sql');
const session = () => readSql(import.meta.url, './sql/session.sql');
const readSettings = () => readSql(import.meta.url, './sql/read-settings.sql');
const applySettings = () => readSql(import.meta.url, './sql/apply-settings.sql');

/**
 * Runs in the caller's transaction when one is open, else in a read-only one of its own with one snapshot for all queries; with settings
 * under which every server prints the same, which are as before afterwards.
 *
 * `run` gets the server's version, such as 170005.
 *
 * @throws UnsupportedServer before PostgreSQL 15
 */
export async function inReadSession<T>(client: CatalogReader, run: (serverVersion: number) => Promise<T>): Promise<T> {
  await client.query(probe());
  const { number, version, in_transaction } = v.parse(sessionSchema, (await client.query(session())).rows[0]);
  if (number < OLDEST) throw new UnsupportedServer(version);
  return in_transaction ? await withSettings(client, () => run(number)) : await inTransaction(client, () => run(number));
}

async function inTransaction<T>(client: CatalogReader, run: () => Promise<T>): Promise<T> {
  await client.query('begin isolation level repeatable read read only');
  try {
    await apply(client, SETTINGS);
    const result = await run();
    await client.query('commit');
    return result;
  } catch (error) {
    // The connection itself may be gone; the first error is the one that matters.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** An error needs no restoring: it has failed the caller's transaction, whose rollback puts the settings back. */
async function withSettings<T>(client: CatalogReader, run: () => Promise<T>): Promise<T> {
  const { rows } = await client.query(readSettings(), [Object.keys(SETTINGS)]);
  const before = Object.fromEntries(v.parse(settingsSchema, rows).map(({ name, value }) => [name, value]));
  await apply(client, { ...SETTINGS, 'godwit.probe': '' });
  const result = await run();
  await apply(client, before);
  return result;
}

async function apply(client: CatalogReader, settings: Readonly<Record<string, string>>): Promise<void> {
  await client.query(applySettings(), [Object.keys(settings), Object.values(settings)]);
}
