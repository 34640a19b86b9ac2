import { type Client, quoteIdentifier } from '@godwit/postgres';
import { columnList, type StagedTable, sameKey } from './staging.ts';

/**
 * How many seed rows are not in a table, and how many are there with another value. Compared as text, because not every type has an
 * equality (`json`), and because it is what COPY sends.
 */
export async function countChanged(client: Client, table: StagedTable): Promise<{ readonly missing: number; readonly different: number }> {
  const [key = ''] = table.key;
  const { rows } = await client.query<{ missing: number; different: number }>(
    `select
      count(*) filter (where t.${quoteIdentifier(key)} is null)::int4 as missing,
      count(*) filter (where t.${quoteIdentifier(key)} is not null and row(${columnList(table, 't.')})::text <> row(${columnList(table, 's.')})::text)::int4 as different
    from ${table.staging} s
    left join ${table.target} t on ${sameKey(table)}`,
  );
  return rows[0] ?? { missing: 0, different: 0 };
}
