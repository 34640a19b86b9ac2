import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { DeadRow } from '../batch/dead-row.ts';
import { keyValue } from '../key/key.ts';

const countRow = v.object({ dead: v.number() });

const deadRow = v.object({ key: keyValue, sqlstate: v.string(), message: v.string(), detail: v.nullable(v.string()), failed_at: v.date() });

export async function countDeadRows(client: Client, runId: bigint): Promise<number> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/count-dead-rows.sql'), [runId]);
  return v.parse(countRow, rows[0]).dead;
}

/** @returns how many the run has with these */
export async function addDeadRows(client: Client, runId: bigint, dead: readonly DeadRow[]): Promise<number> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/add-dead-rows.sql'), [runId, JSON.stringify(dead)]);
  return v.parse(countRow, rows[0]).dead;
}

/** The first of a run, in the order in which they failed. */
export async function listDeadRows(
  client: Client,
  runId: bigint,
  limit: number,
): Promise<readonly (DeadRow & { readonly failedAt: Date })[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/list-dead-rows.sql'), [runId, limit]);
  return v.parse(v.array(deadRow), rows).map(({ key, sqlstate, message, detail, failed_at }) => ({
    key,
    sqlState: sqlstate,
    message,
    detail,
    failedAt: failed_at,
  }));
}
