import { quoteIdentifier, quoteLiteral } from '@godwit/postgres';
import * as v from 'valibot';
import type { Asker } from './ask.ts';
import { excerptOf } from './excerpt.ts';
import type { LossExample } from './loss.ts';
import { type Column, type Table, tableSql } from './table.ts';

/** So many are shown of each loss. */
const EXAMPLES = 3;

/** So much of a value is read, in characters, to find where two of them part. */
const READ_LENGTH = 10_000;

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
  return await ask(
    asker,
    `select ${keyOf(table) ?? "'ctid = ' || ctid::text"} as key, ${short(value)} as before, ${after === null ? 'null::text' : short(after)} as after
     from ${tableSql(table)} where ${value} is not null and ${where}`,
  );
}

/** Rows that violate a constraint, with the values that it is about; none of a table without a key, where nothing would tell which is meant. */
export async function violatingExamples(
  asker: Asker,
  table: Table,
  { from, columns }: { readonly from: string; readonly columns: readonly string[] },
): Promise<readonly LossExample[]> {
  const key = keyOf(table);
  if (key === null || columns.length === 0) return [];
  const values = columns.map((name) => `coalesce(${quoteIdentifier(name)}::text, 'null')`).join(` || ', ' || `);
  return await ask(asker, `select ${key} as key, ${short(values)} as before, null::text as after ${from} order by ${values}`);
}

async function ask(asker: Asker, sql: string): Promise<readonly LossExample[]> {
  const answer = await asker.table(`${sql} limit ${EXAMPLES}`);
  return answer.kind === 'rows' ? v.parse(exampleRows, answer.rows).map((row) => ({ key: row.key, ...excerptOf(row) })) : [];
}

/** `id = 3`; null without a primary key. */
function keyOf({ key }: Table): string | null {
  const parts = key.map((name) => `${quoteLiteral(`${name} = `)} || ${quoteIdentifier(name)}::text`);
  return parts.length === 0 ? null : parts.join(` || ', ' || `);
}

function short(sql: string): string {
  return `left((${sql})::text, ${READ_LENGTH})`;
}
