import { fileURLToPath } from 'node:url';
import { type BackfillEvent, latestRun, loadBackfill, openRun, type Run, readWalkedTable, runBackfill } from '@godwit/backfill';
import { assertSound, parseTarget, readHistory, resolveTarget } from '@godwit/history';
import { currentPosition, execute, plan, readLedger } from '@godwit/migrator';
import { type Client, quoteIdentifier } from '@godwit/postgres';
import type { TestDatabase } from '@godwit/testing';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url));

const BACKFILLS = fileURLToPath(new URL('../backfills', import.meta.url));

/** All that is needed of a database. */
type Connected = Pick<TestDatabase, 'client' | 'connect'>;

/** Takes a database up to a revision of our history, as `pnpm migrate upgrade` would. */
export async function upgrade({ client, connect }: Connected, target = 'head'): Promise<void> {
  const history = await readHistory(MIGRATIONS);
  assertSound(history);
  const ledger = await readLedger(client);
  const { nearest } = currentPosition(history, ledger);
  await execute({
    plan: plan({ history, ledger, direction: 'up', target: resolveTarget(history, parseTarget(target), nearest) }),
    client,
    connect,
    settings: { placeholders: {}, pgSettings: {}, actor: { osUser: null, host: null, godwitVersion: null } },
  });
}

/** Loads rows with their ids, as they are; what they do not name is null. */
export async function insertRows(client: Client, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map(quoteIdentifier);
  const values = `select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1)`;
  await client.query(`insert into ${table} (${columns.join(', ')}) ${values}`, [JSON.stringify(rows)]);
  await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table}`);
}

export interface Ended {
  readonly run: Run;
  readonly events: readonly BackfillEvent[];
}

/** Runs a backfill of ours until it is over or paused, as `pnpm backfill run` does: after the first time only what remains. */
export async function runOurs({ client, connect }: Connected, name: string): Promise<Ended> {
  const backfill = await loadBackfill(BACKFILLS, 'backfills', name);
  const { table: walked, key } = backfill.definition;
  const table = await readWalkedTable(client, { backfill: name, table: walked, key });
  const scope = (await latestRun(client, name))?.state === 'done' ? 'verify' : 'all';
  const { run } = await openRun({ client, backfill, table, scope });
  const events: BackfillEvent[] = [];
  const signal = new AbortController().signal;
  await runBackfill({ runId: run.id, backfill, table, connect, workers: 2, signal, observer: (event) => events.push(event) });
  const ended = await latestRun(client, name);
  if (ended === null) throw new Error('a run that has ended is not there');
  return { run: ended, events };
}

/** How many keys a run has found that were wrong all the same. */
export function sweptKeys({ events }: Ended): number {
  return events.reduce((sum, event) => sum + (event.kind === 'swept' ? event.keys : 0), 0);
}
