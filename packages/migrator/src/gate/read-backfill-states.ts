import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import type { Ledger } from '../ledger/ledger.ts';

const stateRow = v.object({
  name: v.string(),
  state: v.picklist(['running', 'paused', 'cancelled', 'done']),
  percent: v.nullable(v.number()),
});

/** The last run of a backfill, as far as a revision that waits for it is concerned. */
export type BackfillState = v.InferOutput<typeof stateRow>;

/** The first version of the ledger that knows of runs. */
const MINOR = 2;

/** By name; empty where no run can be known. */
export async function readBackfillStates(
  client: Client,
  { version }: Pick<Ledger, 'version'>,
): Promise<ReadonlyMap<string, BackfillState>> {
  if (version === null || version.minor < MINOR) return new Map();
  const { rows } = await client.query(readSql(import.meta.url, './sql/backfill-states.sql'));
  return new Map(v.parse(v.array(stateRow), rows).map((row) => [row.name, row]));
}
