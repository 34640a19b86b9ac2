import type { Client } from '@godwit/postgres';
import type { Backfill } from '../definition/backfill.ts';
import type { BackfillQuery, QueryValues } from '../definition/backfill-query.ts';
import { type Key, type KeyRange, rangeParameters } from '../key/key.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { readRows } from './read-rows.ts';

interface Applied {
  readonly client: Client;
  readonly backfill: Backfill;
  readonly table: WalkedTable;
  readonly signal: AbortSignal;
}

/** Does a range by `work.sql`, in the mode `rows` with what `map` makes of its rows. Gives how many rows the statement has written. */
export async function applyRange({ client, backfill, table, signal }: Applied, range: KeyRange): Promise<number> {
  const { definition, work, read } = backfill;
  const parameters = rangeParameters(table.key, range);
  if (definition.mapping === null || read === null) return await execute(client, work, parameters);
  const rows = await readRows(client, read, parameters);
  const values = rows.length === 0 ? [] : await definition.mapping.map(rows, { signal });
  return await writeValues({ client, backfill, table, signal }, range, values);
}

/** Writes what `map` gave. Nothing is asked of the server when there is nothing to write. */
export async function writeValues({ client, backfill, table }: Applied, range: KeyRange, values: readonly unknown[]): Promise<number> {
  const { definition, work } = backfill;
  if (values.length === 0) return 0;
  await definition.mapping?.stage?.(client, values);
  return await execute(client, work, { ...rangeParameters(table.key, range), rows: JSON.stringify(values) });
}

/** Does single keys: all at once by `work-keys.sql`, else each as a range of its own. */
export async function applyKeys(applied: Applied, keys: readonly Key[]): Promise<number> {
  const { client, backfill } = applied;
  const [first] = keys;
  if (backfill.workKeys !== null && first !== undefined && first.length === 1)
    return await execute(client, backfill.workKeys, { keys: keys.flat() });
  let changed = 0;
  for (const key of keys) changed += await applyRange(applied, { from: key, to: key });
  return changed;
}

async function execute(client: Client, query: BackfillQuery, parameters: QueryValues): Promise<number> {
  return (await client.query(query.bind(parameters))).rowCount ?? 0;
}
