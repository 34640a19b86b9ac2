import { ensureLedger } from '@godwit/migrator';
import { type Client, connect, type DatabaseSettings, withClient } from '@godwit/postgres';
import type { Backfill } from '../definition/backfill.ts';
import { readWalkedTable } from '../key/walked-table.ts';
import { latestRun, type OpenRunOptions, openRun } from '../run/open-run.ts';
import type { Run, RunState } from '../run/run.ts';
import { runBackfill } from '../worker/run-backfill.ts';
import type { BackfillEvent } from '../worker/worker.ts';

interface StartOptions extends Pick<OpenRunOptions, 'acceptCode' | 'scope'> {
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly observer?: (event: BackfillEvent) => void;
}

interface Ended {
  readonly state: RunState | null;
  readonly run: Run;
  readonly events: readonly BackfillEvent[];
}

/** Starts a run, or goes on with the one that is there, and works until it ends. Its connections are its own. */
export async function runToEnd(
  { settings }: { readonly settings: DatabaseSettings },
  backfill: Backfill,
  options: StartOptions = {},
): Promise<Ended> {
  const { workers = 2, signal = new AbortController().signal, observer } = options;
  const { run, walked } = await withClient(settings, async (client) => {
    await ensureLedger(client);
    const { table, key } = backfill.definition;
    const walked = await readWalkedTable(client, { backfill: backfill.name, table, key });
    return { walked, ...(await openRun({ client, backfill, table: walked, ...options })) };
  });
  const events: BackfillEvent[] = [];
  const state = await runBackfill({
    runId: run.id,
    backfill,
    table: walked,
    connect: () => connect(settings),
    workers,
    signal,
    observer: (event) => {
      events.push(event);
      observer?.(event);
    },
  });
  return { state, run: await withClient(settings, (client) => lastRun(client, backfill.name)), events };
}

async function lastRun(client: Client, name: string): Promise<Run> {
  const run = await latestRun(client, name);
  if (run === null) throw new Error('there is no run');
  return run;
}
