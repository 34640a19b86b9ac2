import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import * as v from 'valibot';
import type { Asker } from './ask.ts';
import type { LossExample } from './loss.ts';
import { type Column, type Table, tableSql } from './table.ts';

/** So many are shown of each loss. */
const EXAMPLES = 3;

/** So much of a value is shown, in characters. */
const LENGTH = 80;

const exampleRows = v.array(v.object({ key: v.string(), before: v.string(), after: v.nullable(v.string()) }));

interface Wanted {
  readonly table: Table;
  readonly column: Column;
  /** SQL of the new value; null when there is none. */
  readonly after: string | null;
  readonly where: string;
}

/** Rows that show what is meant, with their keys; none when the server is too slow to find them. */
export async function examplesOf(asker: Asker, { table, column, after, where }: Wanted): Promise<readonly LossExample[]> {
  const value = quoteIdentifier(column.name);
  const short = (sql: string) => `left((${sql})::text, ${LENGTH})`;
  const parts = table.key.map((name) => `${quoteLiteral(`${name} = `)} || ${quoteIdentifier(name)}::text`);
  const key = parts.length === 0 ? `'ctid = ' || ctid::text` : parts.join(` || ', ' || `);
  const answer = await asker.table(
    `select ${key} as key, ${short(value)} as before, ${after === null ? 'null::text' : short(after)} as after
     from ${tableSql(table)} where ${value} is not null and ${where} limit ${EXAMPLES}`,
  );
  return answer.kind === 'rows' ? v.parse(exampleRows, answer.rows) : [];
}
