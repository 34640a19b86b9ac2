import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import { type Key, keyParameterSql, keySql, keyTextSql, keyValue, orderSql } from './key.ts';
import type { KeySpan } from './next-range.ts';
import type { WalkedTable } from './walked-table.ts';

const row = v.object({ key: keyValue });

/** The span from the first to the last of some keys, in the order of the table. Keys that are gone do not count. */
export async function spanOver(client: Client, table: WalkedTable, keys: readonly Key[]): Promise<KeySpan> {
  const parts = table.key.map(({ type }, index) => `(value ->> ${index})::${type}`).join(', ');
  const end = async (direction: 'asc' | 'desc') =>
    first(
      await client.query(
        `select ${keyTextSql(table)} as key from ${table.name}
         where ${keySql(table)} in (select ${parts} from jsonb_array_elements($1::jsonb)) order by ${orderSql(table, direction)} limit 1`,
        [JSON.stringify(keys)],
      ),
    );
  const [from, to] = [await end('asc'), await end('desc')];
  if (from === null || to === null) return { low: null, high: null };
  const before = await client.query(
    `select ${keyTextSql(table)} as key from ${table.name} where ${keySql(table)} < ${keyParameterSql(table, 1)} order by ${orderSql(table, 'desc')} limit 1`,
    [from],
  );
  return { low: first(before), high: to };
}

function first({ rows }: { readonly rows: readonly unknown[] }): Key | null {
  return rows.length === 0 ? null : v.parse(row, rows[0]).key;
}
