import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import { type Key, keyTextSql, keyValue, orderSql } from '../key/key.ts';
import type { KeySpan } from '../key/next-range.ts';
import { sampledShare } from '../key/sampled-share.ts';
import type { WalkedTable } from '../key/walked-table.ts';

/** Lanes for each worker: so many that nobody has to wait long at the end. */
export const LANES_A_WORKER = 16;

/** A lane of fewer rows would cost more than it saves. */
const FEWEST_ROWS = 500;

const found = v.object({ bound: v.nullable(keyValue) });

/**
 * Cuts a table into spans of about as many rows each: whole blocks are sampled, their keys sorted and divided evenly. That takes any type of
 * key and any distribution (holes, skew, columns that belong together), and needs no statistics. The first span is open below and the last
 * one above, so that every key that comes later belongs to one.
 *
 * @param lanes how many at most; a small table has fewer
 */
export async function cutLanes(client: Client, table: WalkedTable, lanes: number): Promise<readonly KeySpan[]> {
  const { rows } = await client.query(
    `with sample as (
       select ${keyTextSql(table)} as key, row_number() over (order by ${orderSql(table)}) as at
       from ${table.name} tablesample system ($1) repeatable (1)
     ), size as (
       select count(*) as rows, least($2::int8, ceil(count(*) * 100 / $1::float8 / $3)::int8) as lanes from sample
     )
     select key as bound from sample
     where at in (select ceil(size.rows * part / size.lanes::float8)::int8 from size, generate_series(1, size.lanes - 1) as part)
     order by at`,
    [sampledShare(table), lanes, FEWEST_ROWS],
  );
  const bounds = v.parse(v.array(found), rows).flatMap(({ bound }) => (bound === null ? [] : [bound]));
  return spansBetween(bounds);
}

/** One span more than there are bounds. */
function spansBetween(bounds: readonly Key[]): readonly KeySpan[] {
  return [...bounds, null].map((high, index) => ({ low: index === 0 ? null : (bounds[index - 1] ?? null), high }));
}
