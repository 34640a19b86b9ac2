import { createHash } from 'node:crypto';
import type { Client } from '@godwit/postgres';
import * as v from 'valibot';
import type { Backfill } from '../definition/backfill.ts';
import { withoutEnd } from '../definition/backfill-query.ts';
import { describeKey, type Key, type KeyRange, keyTextSql, keyValue, rangeParameters } from '../key/key.ts';
import type { WalkedTable } from '../key/walked-table.ts';

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

/** More keys than any table has. */
const ALL = 2_147_483_647;

const row = v.object({ key: keyValue, expected: v.nullable(v.string()), actual: v.nullable(v.string()), wrong: v.bigint() });

export interface FindWrongOptions {
  readonly range: KeyRange;
  /** The run whose dead rows are known. */
  readonly runId: bigint | null;
  /** Leaves out what `remaining.sql` finds as well: that is not wrong, but not done yet. */
  readonly butRemaining?: boolean;
}

type Opened = { readonly backfill: Backfill; readonly table: WalkedTable };

/** What `verify.sql` finds wrong in a range, but for the dead rows of a run; none where there is no `verify.sql`. */
export async function findWrong(client: Client, opened: Opened, options: FindWrongOptions): Promise<WrongRows> {
  const { range, runId, butRemaining = false } = options;
  const { verify } = opened.backfill;
  if (verify === null) return { count: 0, rows: [] };
  const { text, values } = verify.bind(rangeParameters(opened.table.key, range));
  const within = `select ${foundSql(opened.table)} from (${withoutEnd(text)}) as wrong`;
  return await readWrong(client, opened, { within, values, runId, butRemaining });
}

/** The same of single keys, in one statement; but for what `remaining.sql` finds as well. */
export async function findWrongKeys(client: Client, opened: Opened, keys: readonly Key[], runId: bigint): Promise<WrongRows> {
  const { verify } = opened.backfill;
  if (verify === null || keys.length === 0) return { count: 0, rows: [] };
  const { key } = opened.table;
  const given = key.map(({ type }, at) => `(given.key ->> ${at})::${type}`);
  const one = verify.inline(rangeParameters(key, { from: given, to: given }));
  // OFFSET 0 keeps the planner from joining all of it with the keys: it is to be looked up for each.
  const within = `select wrong.* from jsonb_array_elements($1::jsonb) as given (key)
     cross join lateral (select ${foundSql(opened.table)} from (${one}) as wrong offset 0) as wrong`;
  return await readWrong(client, opened, { within, values: [JSON.stringify(keys)], runId, butRemaining: true });
}

function foundSql(table: WalkedTable): string {
  return `${keyTextSql(table, 'wrong')} as key, wrong.expected::text, wrong.actual::text`;
}

interface WrongQuery {
  readonly within: string;
  readonly values: readonly unknown[];
  readonly runId: bigint | null;
  readonly butRemaining: boolean;
}

async function readWrong(client: Client, { backfill, table }: Opened, query: WrongQuery): Promise<WrongRows> {
  const { within, values, runId, butRemaining } = query;
  const remaining = `select ${keyTextSql(table, 'left_over')} from (${backfill.remaining.inline({ n: String(ALL) })}) as left_over`;
  const sql = `select found.key, found.expected, found.actual, count(*) over () as wrong
     from (${within}) as found
     where not exists (select from godwit.dead_row where dead_row.run_id = $${values.length + 1} and dead_row.key = found.key)
     ${butRemaining ? `and found.key not in (${remaining})` : ''}
     limit ${MOST}`;
  // Asked for range after range: to plan it may take longer than to run it.
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
