import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import type { Backfill } from '../definition/backfill.ts';
import { settingsOf } from '../definition/settings.ts';
import { CodeChanged } from '../errors/run-errors.ts';
import type { KeySpan } from '../key/next-range.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { cutLanes, LANES_A_WORKER } from '../lanes/cut-lanes.ts';
import { recordEvent } from './record-event.ts';
import { type Run, runRow } from './run.ts';

const idRow = v.object({ id: v.bigint() });

/** The last run of a backfill; null when there has been none. */
export async function latestRun(client: Client, name: string): Promise<Run | null> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/latest-run.sql'), [name]);
  return rows.length === 0 ? null : v.parse(runRow, rows[0]);
}

/** How much a new run does. */
export type RunScope = 'all' | 'remaining' | 'verify';

export interface OpenRunOptions {
  readonly client: Client;
  readonly backfill: Backfill;
  readonly table: WalkedTable;
  /** Goes on with a run of other code, and notes both hashes. */
  readonly acceptCode?: boolean;
  /**
   * What a new run does: the whole table, which is the default; what `remaining.sql` finds; or that, and the verification of the whole table, whose
   * wrong ranges are done again.
   */
  readonly scope?: RunScope;
}

/** Whether a run has been begun here, was under way, or waits for somebody to resume it. */
export type Opened = { readonly kind: 'started' | 'running' | 'paused'; readonly run: Run };

/**
 * The run that is under way, else a new one, cut into lanes. Two at the same moment get the same one.
 *
 * @throws CodeChanged
 */
export async function openRun(options: OpenRunOptions): Promise<Opened> {
  const { client, backfill, acceptCode = false } = options;
  await client.query('begin isolation level read committed read write');
  try {
    // Who comes second waits here and then finds the first one's run.
    await client.query('lock table godwit.backfill_run in share row exclusive mode');
    const last = await latestRun(client, backfill.name);
    const opened =
      last === null || last.endedAt !== null ? await startRun(options) : await continueRun(client, { backfill, run: last, acceptCode });
    await client.query('commit');
    return opened;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function startRun({ client, backfill, table, scope = 'all' }: OpenRunOptions): Promise<Opened> {
  const { workers } = settingsOf(backfill.definition.settings, {});
  const spans = scope !== 'all' ? [] : await cutLanes(client, table, workers * LANES_A_WORKER);
  const columns = table.key.map(({ name }) => name);
  const { rows } = await client.query(readSql(import.meta.url, './sql/start-run.sql'), [
    backfill.name,
    backfill.codeHash,
    table.name,
    columns,
    Math.round(table.rows),
    scope === 'all' ? 'lanes' : 'sweep',
    scope === 'remaining',
  ]);
  const { id } = v.parse(idRow, rows[0]);
  await addLanes(client, id, spans);
  await recordEvent(client, 'backfill start', { backfill: backfill.name, run: String(id), code: backfill.codeHash, lanes: spans.length });
  const run = await latestRun(client, backfill.name);
  if (run === null) throw new TypeError('a run that was inserted is not there');
  return { kind: 'started', run };
}

export async function addLanes(client: Client, runId: bigint, spans: readonly KeySpan[]): Promise<void> {
  await client.query(readSql(import.meta.url, './sql/add-lanes.sql'), [runId, JSON.stringify(spans)]);
}

async function continueRun(
  client: Client,
  { backfill, run, acceptCode }: { readonly backfill: Backfill; readonly run: Run; readonly acceptCode: boolean },
): Promise<Opened> {
  if (run.codeHash !== backfill.codeHash) {
    if (!acceptCode) throw new CodeChanged(backfill.name);
    await client.query(readSql(import.meta.url, './sql/accept-code.sql'), [run.id, backfill.codeHash]);
    await recordEvent(client, 'backfill accept code', {
      backfill: backfill.name,
      run: String(run.id),
      from: run.codeHash,
      to: backfill.codeHash,
    });
  }
  return { kind: run.state === 'paused' ? 'paused' : 'running', run: { ...run, codeHash: backfill.codeHash } };
}
