import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import { type Key, type KeyRange, keyParameterSql, keySql, keyTextSql, keyValue, orderSql } from './key.ts';
import type { WalkedTable } from './walked-table.ts';

/** A stretch of keys: after `low`, up to and with `high`; null is open. */
export interface KeySpan {
  readonly low: Key | null;
  readonly high: Key | null;
}

/** The next rows of a span. */
export interface NextRange extends KeyRange {
  readonly rows: number;
  /** Whether nothing of the span is behind it. */
  readonly last: boolean;
}

const ends = v.object({ first: v.nullable(keyValue), nth: v.nullable(keyValue) });

const rest = v.object({ last: v.nullable(keyValue), rows: v.bigint() });

/**
 * The range of the first rows of a span that exist, at most so many; null when there are none. Costs a walk along the index over as many
 * entries, whatever holes the keys have.
 */
export async function nextRange(client: Client, table: WalkedTable, span: KeySpan, rows: number): Promise<NextRange | null> {
  const within = `from ${table.name} where ${spanSql(table)}`;
  const key = keyTextSql(table);
  const order = orderSql(table);
  const found = await client.query(
    `select (select ${key} ${within} order by ${order} limit 1) as first, (select ${key} ${within} order by ${order} offset $3 limit 1) as nth`,
    [span.low, span.high, rows - 1],
  );
  const { first, nth } = v.parse(ends, found.rows[0]);
  if (first === null) return null;
  if (nth !== null) return { from: first, to: nth, rows, last: false };
  const left = await client.query(
    `select (select ${key} ${within} order by ${orderSql(table, 'desc')} limit 1) as last, (select count(*) ${within}) as rows`,
    [span.low, span.high],
  );
  const end = v.parse(rest, left.rows[0]);
  // Rows may have come or gone between the two questions; at worst the batch is a little larger.
  return end.last === null ? null : { from: first, to: end.last, rows: Number(end.rows), last: true };
}

/** With the span's ends as $1 and $2. */
export function spanSql(table: WalkedTable): string {
  const key = keySql(table);
  return `($1::text[] is null or ${key} > ${keyParameterSql(table, 1)}) and ($2::text[] is null or ${key} <= ${keyParameterSql(table, 2)})`;
}
