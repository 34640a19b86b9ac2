import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import { type Key, keyTextSql, keyValue, orderSql } from '../key/key.ts';
import { type KeySpan, spanSql } from '../key/next-range.ts';
import { sampledShare } from '../key/sampled-share.ts';
import type { WalkedTable } from '../key/walked-table.ts';

const middleRow = v.object({ key: keyValue });

/** About the middle one of a span's keys, from a sample of the table; null when none of the sample is within. */
export async function middleKey(client: Client, table: WalkedTable, span: KeySpan): Promise<Key | null> {
  const { rows } = await client.query(
    `select key from (
       select ${keyTextSql(table)} as key, row_number() over (order by ${orderSql(table)}) as at, count(*) over () as keys
       from ${table.name} tablesample system ($3) where ${spanSql(table)}
     ) as sample
     where at = (keys + 1) / 2`,
    [span.low, span.high, sampledShare(table)],
  );
  return rows.length === 0 ? null : v.parse(middleRow, rows[0]).key;
}
