import { createHash } from 'node:crypto';
import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import type { Backfill } from '../definition/backfill.ts';
import { describeKey, type Key, type KeyRange, keyTextSql, keyValue, rangeParameters } from '../key/key.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { withoutEnd } from './remaining-keys.ts';

/** A row that is not as it should be. */
export interface WrongRow {
  readonly key: Key;
  readonly expected: string | null;
  readonly actual: string | null;
}

/** The wrong rows of a range. */
export interface WrongRows {
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly WrongRow[];
}

/** So many are read of a range; more say nothing more. */
const MOST = 20;

const row = v.object({ key: keyValue, expected: v.nullable(v.string()), actual: v.nullable(v.string()), wrong: v.bigint() });

/** What `verify.sql` finds wrong in a range, but for the dead rows of a run; none where there is no `verify.sql`. */
export async function findWrong(
  client: Client,
  { backfill, table }: { readonly backfill: Backfill; readonly table: WalkedTable },
  range: KeyRange,
  runId: bigint | null,
): Promise<WrongRows> {
  if (backfill.verify === null) return { count: 0, rows: [] };
  const { text, values } = backfill.verify.bind(rangeParameters(table.key, range));
  const sql = `select found.key, found.expected, found.actual, count(*) over () as wrong
     from (select ${keyTextSql(table, 'wrong')} as key, wrong.expected::text, wrong.actual::text from (${withoutEnd(text)}) as wrong) as found
     where not exists (select from godwit.dead_row where dead_row.run_id = $${values.length + 1} and dead_row.key = found.key)
     limit ${MOST}`;
  // Asked for range after range, key after key: to plan it takes longer than to run it for one.
  const { rows } = await client.query({ name: nameOf(sql), text: sql, values: [...values, runId] });
  const found = v.parse(v.array(row), rows);
  return { count: Number(found[0]?.wrong ?? 0n), rows: found.map(({ wrong: _, ...wrongRow }) => wrongRow) };
}

/** One for each text, as a connection wants it. */
function nameOf(sql: string): string {
  return `godwit_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`;
}

/** Named where there is one line for all. */
const SHOWN = 3;

/** `7 is 3, not 4; 2 more`. */
export function inWords({ count, rows }: WrongRows): string {
  const shown = rows
    .slice(0, SHOWN)
    .map(({ key, expected, actual }) => `${describeKey(key)} is ${actual ?? 'null'}, not ${expected ?? 'null'}`);
  return [...shown, ...(count > shown.length ? [`${count - shown.length} more`] : [])].join('; ');
}
