import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { NoSuchTable, NoUsableKey } from '../errors/table-errors.ts';
import { sampledShare } from './sampled-share.ts';

/** A column of a key. */
export interface KeyColumn {
  readonly name: string;
  /** As SQL writes it: `integer`, `character varying(36)`. */
  readonly type: string;
}

/** The table that a backfill walks, by a key that is unique and never null. */
export interface WalkedTable {
  /** As SQL writes it, with its schema: `shelf.user_books`. */
  readonly name: string;
  readonly key: readonly KeyColumn[];
  /** As the server estimates; 0 when it was never analyzed. */
  readonly rows: number;
  /** Of the table alone, without indexes. */
  readonly bytes: number;
}

const row = v.object({
  walkable: v.boolean(),
  name: v.string(),
  key: v.nullable(v.array(v.object({ name: v.string(), type: v.string() }))),
  bytes: v.nullable(v.number()),
  rows: v.nullable(v.number()),
});

/**
 * @param key the columns that the definition names; null for the primary key, else another unique one
 * @throws NoSuchTable, NoUsableKey
 */
export async function readWalkedTable(
  client: Client,
  options: { readonly backfill: string; readonly table: string; readonly key: readonly string[] | null },
): Promise<WalkedTable> {
  const { backfill, table, key } = options;
  const { rows } = await client.query(readSql(import.meta.url, './sql/walked-table.sql'), [table, key]);
  if (rows.length === 0) throw new NoSuchTable(backfill, table);
  const found = v.parse(row, rows[0]);
  if (!found.walkable) throw new NoUsableKey(found.name, 'it is a view, not a table', key ?? []);
  if (found.key === null) {
    const reason = key === null ? 'it has no primary key' : `it has no unique index over (${key.join(', ')}) that is never null`;
    throw new NoUsableKey(found.name, reason, key ?? []);
  }
  const known = { name: found.name, key: found.key, rows: found.rows ?? 0, bytes: found.bytes ?? 0 };
  return known.rows > 0 ? known : { ...known, rows: await countSample(client, known) };
}

/** Of a table that was never analyzed: as many as a sample of its blocks makes likely; of a small one exactly. */
async function countSample(client: Client, table: WalkedTable): Promise<number> {
  const share = sampledShare(table);
  const { rows } = await client.query(`select count(*) * 100 / $1::float8 as rows from ${table.name} tablesample system ($1)`, [share]);
  return Math.round(v.parse(v.object({ rows: v.number() }), rows[0]).rows);
}
