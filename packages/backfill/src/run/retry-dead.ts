import { type Client, readSql } from '@godwit/postgres';
import { applyKeys } from '../batch/apply-range.ts';
import { type DeadRow, deadRow } from '../batch/dead-row.ts';
import { judgeError } from '../batch/judge-error.ts';
import type { Backfill } from '../definition/backfill.ts';
import { settingsOf } from '../definition/settings.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { beginBatch, rollBack } from '../worker/begin-batch.ts';
import { addDeadRows, listDeadRows } from './dead-rows.ts';
import { recordEvent } from './record-event.ts';

export interface RetryOptions {
  readonly client: Client;
  readonly backfill: Backfill;
  readonly table: WalkedTable;
  readonly runId: bigint;
  readonly signal: AbortSignal;
}

export interface Retried {
  readonly alive: readonly DeadRow[];
  readonly dead: readonly DeadRow[];
}

/** So many are tried in one call. */
const MOST = 100_000;

/** Tries each dead row of a run once more, in a transaction of its own. Those that can be done now are dead no longer. */
export async function retryDeadRows({ client, backfill, table, runId, signal }: RetryOptions): Promise<Retried> {
  const settings = settingsOf(backfill.definition.settings, {});
  const [alive, dead]: [DeadRow[], DeadRow[]] = [[], []];
  for (const row of await listDeadRows(client, runId, MOST)) {
    if (signal.aborted) break;
    await beginBatch(client, backfill.name, settings);
    try {
      await applyKeys({ client, backfill, table, signal }, [row.key]);
      await client.query('set constraints all immediate');
      await client.query(readSql(import.meta.url, './sql/delete-dead-row.sql'), [runId, row.key]);
      await client.query('commit');
      alive.push(row);
    } catch (error) {
      await rollBack(client);
      if (judgeError(error) !== 'data') throw error;
      const again = deadRow(row.key, error);
      await addDeadRows(client, runId, [again]);
      dead.push(again);
    }
  }
  await recordEvent(client, 'backfill retry', { backfill: backfill.name, run: String(runId), alive: alive.length, dead: dead.length });
  return { alive, dead };
}
