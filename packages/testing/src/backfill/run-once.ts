import { basename, dirname } from 'node:path';
import {
  type BackfillEvent,
  latestRun,
  loadBackfill,
  openRun,
  type Run,
  readWalkedTable,
  resumeBackfill,
  runBackfill,
  setBackfill,
} from '@godwit/backfill';
import { ensureLedger } from '@godwit/migrator';
import { connect, parseDatabaseUrl } from '@godwit/postgres';
import type { PreparedDatabase } from './backfill-fixtures.ts';

/** So few that ten rows are several batches. */
const ROWS = 3;

export interface RunOnceOptions {
  readonly folder: string;
  readonly database: Pick<PreparedDatabase, 'url'>;
  readonly observer?: (event: BackfillEvent) => void;
  /** In place of those of the definition. */
  readonly settings?: Readonly<Record<string, number>>;
}

/** Begins a run or goes on with it, a few rows at a time and one worker, until it ends. */
export async function runOnce({ folder, database, observer = () => undefined, settings = {} }: RunOnceOptions): Promise<Run> {
  const target = parseDatabaseUrl(database.url, 'test');
  const client = await connect(target);
  try {
    await ensureLedger(client);
    const name = basename(folder);
    const backfill = await loadBackfill(dirname(folder), dirname(folder), name);
    const { table, key } = backfill.definition;
    const walked = await readWalkedTable(client, { backfill: name, table, key });
    const { kind, run } = await openRun({ client, backfill, table: walked });
    for (const [setting, value] of Object.entries({ firstRows: ROWS, maxRows: ROWS, externalRows: ROWS, ...settings }))
      await setBackfill(client, name, setting, value);
    if (kind === 'paused') await resumeBackfill(client, name);
    const signal = new AbortController().signal;
    await runBackfill({ runId: run.id, backfill, table: walked, connect: () => connect(target), workers: 1, signal, observer });
    const ended = await latestRun(client, name);
    if (ended === null) throw new TypeError('the run is gone');
    return ended;
  } finally {
    await client.end();
  }
}
