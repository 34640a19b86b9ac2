import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { applyRange } from '../batch/apply-range.ts';
import type { Backfill } from '../definition/backfill.ts';
import type { BackfillQuery } from '../definition/backfill-query.ts';
import { type BackfillSettings, settingsOf } from '../definition/settings.ts';
import { ScansTable } from '../errors/plan-errors.ts';
import { type KeyRange, rangeParameters } from '../key/key.ts';
import { type NextRange, nextRange } from '../key/next-range.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { middleKey } from '../lanes/middle-key.ts';
import { beginBatch, rollBack } from '../worker/begin-batch.ts';
import { explained, type Scan, scansOf } from './find-scan.ts';
import { type WrittenTable, watchWrites } from './written-rows.ts';

/** A table of fewer rows is read whole in less than a batch takes. */
const SMALL_ROWS = 10_000;

export interface BackfillPlan {
  readonly rows: number;
  /** EXPLAIN of what a batch runs, one text a statement. */
  readonly explained: readonly { readonly file: string; readonly plan: string }[];
  /** What a batch did before it was rolled back; null for an empty table, and in the mode `external`, whose service is not called. */
  readonly tried: TriedBatch | null;
}

export interface TriedBatch {
  readonly range: KeyRange;
  readonly rows: number;
  readonly changed: number;
  readonly ms: number;
  readonly walBytes: number;
  /** What it wrote, with some rows before and after; the table of most written rows first. */
  readonly written: readonly WrittenTable[];
  /** Of all rows, at this batch's rate on one connection. */
  readonly projectedMs: number;
  readonly projectedWalBytes: number;
}

export interface PlanBackfillOptions {
  readonly client: Client;
  readonly backfill: Backfill;
  readonly table: WalkedTable;
  readonly signal: AbortSignal;
  /** Takes a plan that reads a large table from end to end. */
  readonly acceptScan?: boolean;
  /** False only looks at the plan and runs nothing. */
  readonly tryOut?: boolean;
}

/**
 * Looks at what a run would do: the plan of a batch in the middle of the table, then the batch itself, rolled back.
 *
 * @throws ScansTable
 */
export async function planBackfill(options: PlanBackfillOptions): Promise<BackfillPlan> {
  const { client, backfill, table, acceptScan = false, tryOut = true } = options;
  const settings = settingsOf(backfill.definition.settings, {});
  await beginBatch(client, backfill.name, settings);
  try {
    const range = await middleRange(client, table, settings);
    if (range === null) return { rows: 0, explained: [], tried: null };
    const texts = await explainAll(options, range, acceptScan);
    const tried = !tryOut || backfill.definition.mode === 'external' ? null : await tryBatch(options, range);
    return { rows: table.rows, explained: texts, tried };
  } finally {
    await rollBack(client);
  }
}

async function middleRange(client: Client, table: WalkedTable, { firstRows }: BackfillSettings): Promise<NextRange | null> {
  const all = { low: null, high: null };
  const middle = await middleKey(client, table, all);
  return (await nextRange(client, table, { low: middle, high: null }, firstRows)) ?? (await nextRange(client, table, all, firstRows));
}

function queriesOf({ work, read }: Backfill): readonly BackfillQuery[] {
  return read === null ? [work] : [read, work];
}

/** With an empty stage, which is taken away again: the batch makes its own. */
async function explainAll(options: PlanBackfillOptions, range: KeyRange, acceptScan: boolean): Promise<BackfillPlan['explained']> {
  const { client, backfill } = options;
  const texts: BackfillPlan['explained'][number][] = [];
  await client.query('savepoint godwit_plan');
  await backfill.definition.mapping?.stage?.(client, []);
  for (const query of queriesOf(backfill)) texts.push(await explain(options, query, range, acceptScan));
  await client.query('rollback to savepoint godwit_plan');
  return texts;
}

async function explain({ client, table }: PlanBackfillOptions, query: BackfillQuery, range: KeyRange, acceptScan: boolean) {
  const { text, values } = query.bind({ ...rangeParameters(table.key, range), rows: '[]' });
  const { rows } = await client.query(`explain (format json, verbose) ${text}`, values);
  const plan = v.parse(explained, rows[0]);
  const lines = await client.query({ text: `explain ${text}`, values, rowMode: 'array' });
  const shown = v.parse(v.array(v.tuple([v.string()])), lines.rows).map(([line]) => line);
  const scanned = await largestScan(client, scansOf(plan));
  if (scanned !== null && !acceptScan) {
    const { scan, rows: scannedRows } = scanned;
    const name = `${scan.schema}.${scan.relation}`;
    const index = scan.column === null ? null : `create index concurrently on ${name} (${scan.column});`;
    throw new ScansTable({ file: query.file, table: name, rows: scannedRows, index, plan: shown.join('\n') });
  }
  return { file: query.file, plan: shown.join('\n') };
}

const sizeRow = v.object({ rows: v.number() });

async function largestScan(client: Client, scans: readonly Scan[]): Promise<{ readonly scan: Scan; readonly rows: number } | null> {
  let largest: { readonly scan: Scan; readonly rows: number } | null = null;
  for (const scan of scans) {
    const { rows: found } = await client.query(readSql(import.meta.url, './sql/table-rows.sql'), [scan.schema, scan.relation]);
    const { rows } = v.parse(sizeRow, found[0]);
    if (rows >= SMALL_ROWS && rows > (largest?.rows ?? 0)) largest = { scan, rows };
  }
  return largest;
}

const walRow = v.object({ lsn: v.number() });

async function tryBatch({ client, backfill, table, signal }: PlanBackfillOptions, range: NextRange): Promise<TriedBatch> {
  const wal = async () => v.parse(walRow, (await client.query(readSql(import.meta.url, './sql/wal-position.sql'))).rows[0]).lsn;
  const { result, written } = await watchWrites(client, backfill.name, async () => {
    const [walBefore, started] = [await wal(), performance.now()];
    const changed = await applyRange({ client, backfill, table, signal }, range);
    await client.query('set constraints all immediate');
    const [ms, walAfter] = [performance.now() - started, await wal()];
    return { changed, ms, walBytes: Math.max(0, walAfter - walBefore) };
  });
  const share = Math.max(1, table.rows) / range.rows;
  return {
    range,
    rows: range.rows,
    ...result,
    written,
    projectedMs: result.ms * share,
    projectedWalBytes: result.walBytes * share,
  };
}
