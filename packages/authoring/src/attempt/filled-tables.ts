import { formatName } from '@godwit/migrator/statements';
import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

const row = v.object({ oid: v.string(), schema: v.string(), name: v.string(), columns: v.array(v.string()) });

/** A table that may hold rows. */
export type FilledTable = v.InferOutput<typeof row>;

export async function filledTables(client: Client): Promise<readonly FilledTable[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/tables-with-rows.sql'));
  return v.parse(v.array(row), rows);
}

/** What is gone between two looks, a line each: tables with their rows, columns of tables with rows. A table that was emptied counts as gone. */
export function goneBetween(before: readonly FilledTable[], after: readonly FilledTable[]): readonly string[] {
  const later = new Map(after.map((table) => [table.oid, table]));
  return before.flatMap((table) => {
    const now = later.get(table.oid);
    if (now === undefined) return [`${formatName(table)} was dropped or emptied, with its rows`];
    const gone = table.columns.length - now.columns.length;
    return gone > 0 ? [`${gone === 1 ? 'a column' : `${gone} columns`} of ${formatName(table)} was dropped, with its values`] : [];
  });
}
