import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import type { Blocker } from './blocker.ts';
import { blockerFromRow, blockerRow } from './blocker-rows.ts';

const waitRow = v.object({
  ...blockerRow.entries,
  since: v.nullable(v.string()),
  waited_ms: v.nullable(v.number()),
  pid: v.nullable(v.number()),
});

/** What a backend waits for at one moment. */
export interface LockWait {
  /** When this wait began, as the server writes it: the same wait has the same text. Null in the first microseconds. */
  readonly since: string | null;
  readonly waitedMs: number;
  readonly blockers: readonly Blocker[];
}

/** @returns null when it waits for no lock */
export async function lockWaitOf(client: Client, pid: number): Promise<LockWait | null> {
  const result = await client.query(readSql(import.meta.url, './sql/lock-waits.sql'), [pid]);
  const rows = v.parse(v.array(waitRow), result.rows);
  const [first] = rows;
  if (first === undefined) return null;
  const blockers = rows.flatMap((row) => (row.pid === null ? [] : [blockerFromRow({ ...row, pid: row.pid })]));
  return { since: first.since, waitedMs: first.waited_ms ?? 0, blockers };
}

const holders = v.array(blockerRow);

/** Who holds the ledger's table, so that a step cannot begin. */
export async function ledgerHolders(client: Client): Promise<readonly Blocker[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/ledger-holders.sql'));
  return v.parse(holders, rows).map(blockerFromRow);
}

const timeoutRow = v.object({ ms: v.number() });

/** How long a session waits before it looks for a deadlock, and an autovacuum in its way gives up; milliseconds. */
export async function deadlockTimeout(client: Client): Promise<number> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/deadlock-timeout.sql'));
  return v.parse(timeoutRow, rows[0]).ms;
}
