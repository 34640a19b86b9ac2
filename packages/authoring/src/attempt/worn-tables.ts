import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

/** From here on a table is worth a word; at 1,600 it takes no more columns. https://www.postgresql.org/docs/current/limits.html */
const WORN = 1_200;

const row = v.object({ schema: v.string(), name: v.string(), used: v.number() });

/** A table that has used up most of its column numbers, of which a dropped column keeps its own. */
export type WornTable = v.InferOutput<typeof row>;

export async function wornTables(client: Client): Promise<readonly WornTable[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/worn-tables.sql'), [WORN]);
  return v.parse(v.array(row), rows);
}
