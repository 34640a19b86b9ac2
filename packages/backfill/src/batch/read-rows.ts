import type { Client } from '@godwit/postgres';
import type { BackfillQuery, QueryValues } from '../definition/backfill-query.ts';

/** The rows of a range, for `map`. */
export async function readRows(client: Client, read: BackfillQuery, parameters: QueryValues): Promise<readonly unknown[]> {
  const { rows } = await client.query<Readonly<Record<string, unknown>>>(read.bind(parameters));
  return withoutMarks(rows);
}

/**
 * Rows whose columns are named as pgtyped types them: without the mark of what may be null, `as "text?"`, and what never is, `as "text!"`.
 *
 * @param rows of one statement: all have the columns of the first
 */
export function withoutMarks(rows: readonly Readonly<Record<string, unknown>>[]): readonly Readonly<Record<string, unknown>>[] {
  const isMarked = Object.keys(rows[0] ?? {}).some((name) => MARK.test(name));
  if (!isMarked) return rows;
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(MARK, ''), value])));
}

const MARK = /[!?]$/;
