import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import type { Backfill } from '../definition/backfill.ts';
import { withoutEnd } from '../definition/backfill-query.ts';
import { type Key, keyTextSql, keyValue } from '../key/key.ts';
import type { WalkedTable } from '../key/walked-table.ts';

const row = v.object({ key: keyValue });

/** Keys that are still wrong by `remaining.sql`, but for the dead rows of a run; at most so many. */
export async function remainingKeys(
  client: Client,
  { backfill, table }: { readonly backfill: Backfill; readonly table: WalkedTable },
  options: { readonly runId: bigint | null; readonly limit: number; readonly dead: number },
): Promise<readonly Key[]> {
  const { text, values } = backfill.remaining.bind({ n: options.limit + options.dead });
  const { rows } = await client.query(
    `select found.key from (select ${keyTextSql(table, 'wrong')} as key from (${withoutEnd(text)}) as wrong) as found
     where not exists (select from godwit.dead_row where dead_row.run_id = $${values.length + 1} and dead_row.key = found.key)`,
    [...values, options.runId],
  );
  return v.parse(v.array(row), rows).map((found) => found.key);
}
