import * as v from 'valibot';
import { askCatalog } from './ask-catalog.ts';
import type { CatalogReader } from './catalog-reader.ts';
import { CatalogUnreadable } from './errors/catalog-unreadable.ts';
import { ServerTooOld } from './errors/server-too-old.ts';
import { UnexpectedRow } from './errors/unexpected-row.ts';

/** The oldest whose system catalog has every column that the queries name. */
const OLDEST = 150_000;

/** How often reading is tried when the database changes meanwhile. */
const ATTEMPTS = 3;

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
  // So does starting a worker.
  max_parallel_workers_per_gather: '0',
  // Who prepares the queries, to read again and again, has them planned once.
  plan_cache_mode: 'force_generic_plan',
};

const sessionSchema = v.object({ number: v.number(), version: v.string(), in_transaction: v.boolean() });
const settingsSchema = v.array(v.object({ name: v.string(), value: v.string() }));

type Read<T> = (serverVersion: number) => Promise<T>;

/**
 * Runs in the caller's transaction when one is open, else in a read-only one of its own with one snapshot for all queries; with settings
 * under which every server prints the same, which are as before afterwards.
 *
 * @param read gets the server's version, such as 170005; called again when objects went away while it read, which definitions show in
 *   spite of the snapshot
 * @throws ServerTooOld before PostgreSQL 15
 */
export async function inReadSession<T>(client: CatalogReader, read: Read<T>): Promise<T> {
  await askCatalog(client, 'probe-transaction');
  const [row] = await askCatalog(client, 'session');
  const { number, version, in_transaction } = v.parse(sessionSchema, row);
  if (number < OLDEST) throw new ServerTooOld(version);
  if (in_transaction) return await withSettings(client, () => read(number));
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(client, () => read(number));
    } catch (error) {
      if (attempt === ATTEMPTS || !isConcurrentChange(error)) throw error;
    }
  }
}

async function inTransaction<T>(client: CatalogReader, read: () => Promise<T>): Promise<T> {
  await askCatalog(client, 'begin');
  try {
    await apply(client, SETTINGS);
    const result = await read();
    await client.query('commit');
    return result;
  } catch (error) {
    // The connection itself may be gone; the first error is the one that matters.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function withSettings<T>(client: CatalogReader, read: () => Promise<T>): Promise<T> {
  const rows = await askCatalog(client, 'read-settings', [Object.keys(SETTINGS)]);
  const before = Object.fromEntries(v.parse(settingsSchema, rows).map(({ name, value }) => [name, value]));
  await apply(client, { ...SETTINGS, 'godwit.probe': '' });
  try {
    const result = await read();
    await apply(client, before);
    return result;
  } catch (error) {
    // When the error has failed the transaction this fails too, and the caller's rollback puts the settings back.
    await apply(client, before).catch(() => undefined);
    throw error;
  }
}

async function apply(client: CatalogReader, settings: Readonly<Record<string, string>>): Promise<void> {
  await askCatalog(client, 'apply-settings', [Object.keys(settings), Object.values(settings)]);
}

/** An object that is gone has no definition (UnexpectedRow), or the server cannot look it up (XX000) or find it by name. */
function isConcurrentChange(error: unknown): boolean {
  return (
    error instanceof UnexpectedRow || (error instanceof CatalogUnreadable && /^(?:XX000|42P01|42704|42883)$/.test(error.sqlState ?? ''))
  );
}
