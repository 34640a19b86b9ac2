import { type Client, readSql, sqlStateOf } from '@godwit/postgres';
import * as v from 'valibot';
import { NoUsableKey } from '../errors/table-errors.ts';
import { keySql } from '../key/key.ts';
import { readWalkedTable, type WalkedTable } from '../key/walked-table.ts';

/** Shown of a table. */
const SHOWN_ROWS = 5;

/** Of so many tables rows are shown. */
const SHOWN_TABLES = 3;

/** A table that a batch has written, be it by a function or a trigger. */
export interface WrittenTable {
  /** As SQL writes it: `shelf.multi_dimensional_ratings`. */
  readonly name: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** The columns that tell its rows apart; none where nothing does, and then nobody knows what a row was before. */
  readonly key: readonly string[];
  /** Some of the rows that were inserted or updated, whole and as JSON. */
  readonly rows: readonly WrittenRow[];
}

export interface WrittenRow {
  /** Null for one that was inserted. */
  readonly before: unknown;
  readonly after: unknown;
}

const tableRow = v.object({ name: v.string(), inserted: v.number(), updated: v.number(), deleted: v.number() });

type Written = v.InferOutput<typeof tableRow>;

const xidRow = v.object({ xid: v.string() });

/**
 * Runs `work` and tells what it has written before it is undone: in the open transaction nothing of it stays.
 *
 * @returns what `work` gives, beside the tables, those of most written rows first
 */
export async function watchWrites<T>(
  client: Client,
  backfill: string,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly written: readonly WrittenTable[] }> {
  // Of this transaction: what the work writes in savepoints of its own has later numbers.
  const { xid } = v.parse(xidRow, (await client.query(readSql(import.meta.url, './sql/transaction.sql'))).rows[0]);
  await client.query('savepoint godwit_work');
  const known = await countWritten(client);
  const result = await work();
  const tables = writtenSince(known, await countWritten(client));
  const seen: Seen[] = [];
  for (const [at, table] of tables.entries())
    seen.push(await readAfter(client, { backfill, table, xid, limit: at < SHOWN_TABLES ? SHOWN_ROWS : 0 }));
  await client.query('rollback to savepoint godwit_work');
  const written: WrittenTable[] = [];
  for (const { table, walked, after } of seen) {
    const compared = await readBefore(client, walked, after);
    // Others may have written to it as well: what they have committed is there before and after.
    const changed = compared.filter(({ before, after: now }) => JSON.stringify(before) !== JSON.stringify(now));
    written.push({ ...table, key: walked?.key.map(({ name }) => name) ?? [], rows: changed });
  }
  return { result, written };
}

async function countWritten(client: Client): Promise<readonly Written[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/written-tables.sql'));
  return v.parse(v.array(tableRow), rows);
}

/** The tables of most written rows first. */
function writtenSince(before: readonly Written[], now: readonly Written[]): readonly Written[] {
  const total = ({ inserted, updated, deleted }: Written) => inserted + updated + deleted;
  return now
    .map((table) => {
      const known = before.find(({ name }) => name === table.name) ?? { inserted: 0, updated: 0, deleted: 0 };
      const { name, inserted, updated, deleted } = table;
      return { name, inserted: inserted - known.inserted, updated: updated - known.updated, deleted: deleted - known.deleted };
    })
    .filter((table) => total(table) > 0)
    .toSorted((one, other) => total(other) - total(one));
}

interface Seen {
  readonly table: Written;
  /** Null when it has no key. */
  readonly walked: WalkedTable | null;
  readonly after: readonly unknown[];
}

const sampleRow = v.object({ row: v.unknown() });

interface AfterOptions {
  readonly backfill: string;
  readonly table: Written;
  readonly xid: string;
  readonly limit: number;
}

const OUT_OF_TIME = '57014';

async function readAfter(client: Client, { backfill, table, xid, limit }: AfterOptions): Promise<Seen> {
  const walked = await readWalkedTable(client, { backfill, table: table.name, key: null }).catch((error: unknown) => {
    if (error instanceof NoUsableKey) return null;
    throw error;
  });
  await client.query('savepoint godwit_sample');
  try {
    const { rows } = await client.query(
      `select to_jsonb(written) as row from ${table.name} as written where age(written.xmin) <= age($1::xid) limit $2`,
      [xid, limit],
    );
    return { table, walked, after: v.parse(v.array(sampleRow), rows).map(({ row }) => row) };
  } catch (error) {
    if (sqlStateOf(error) !== OUT_OF_TIME) throw error;
    // There is no index by who wrote a row: a table can be too large to look for some.
    await client.query('rollback to savepoint godwit_sample');
    return { table, walked, after: [] };
  }
}

const beforeRow = v.object({ before: v.unknown() });

/** In the order of `after`. */
async function readBefore(client: Client, walked: WalkedTable | null, after: readonly unknown[]): Promise<readonly WrittenRow[]> {
  if (walked === null || after.length === 0) return after.map((row) => ({ before: null, after: row }));
  const given = walked.key.map(({ name, type }) => `(given.row ->> '${name.replaceAll("'", "''")}')::${type}`).join(', ');
  const { rows } = await client.query(
    `select (select to_jsonb(old) from ${walked.name} as old where ${keySql(walked)} = (${given})) as before
     from jsonb_array_elements($1::jsonb) with ordinality as given (row, at) order by at`,
    [JSON.stringify(after)],
  );
  const before = v.parse(v.array(beforeRow), rows);
  return after.map((row, at) => ({ before: before[at]?.before ?? null, after: row }));
}
