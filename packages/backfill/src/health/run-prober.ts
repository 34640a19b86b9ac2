import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { judgeError } from '../batch/judge-error.ts';
import { settingsOf } from '../definition/settings.ts';
import { SLOT_SPACE } from '../run/slots.ts';
import { reconnect } from '../worker/reconnect.ts';
import { rest } from '../worker/rest.ts';
import type { WorkerOptions } from '../worker/worker.ts';
import { type CommitTime, judgeOthers, NO_OTHERS, type Others } from './others.ts';
import { probe, type WalMark } from './probe.ts';
import { healthOf } from './signal.ts';
import { timeCommits } from './time-commits.ts';

const EVERY_MS = 1_000;
const FIRST_MS = 700;

const settingsRow = v.object({ settings: v.record(v.string(), v.unknown()) });

const pidRow = v.object({ pids: v.array(v.number()) });

/**
 * Looks at the server once a second and writes what it sees for the workers of all machines. Of several probers the one that comes first does
 * it each time; when one stands still or goes, another looks in its place a second later.
 */
export async function runProber(worker: WorkerOptions): Promise<void> {
  const { signal } = worker;
  let client: Client | null = null;
  let known: Known = { wal: null, others: NO_OTHERS, times: null, othersWait: null };
  try {
    while (!signal.aborted) {
      try {
        client ??= await reconnect(worker);
        if (client === null) return;
        if (await isMine(client, worker.runId)) known = await look(client, worker, known);
        else await rest(EVERY_MS, signal);
      } catch (error) {
        if (judgeError(error) === 'stop') throw error;
        await client?.end().catch(() => undefined);
        client = null;
        await rest(EVERY_MS, signal);
      }
    }
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** What one look leaves for the next. */
interface Known {
  readonly wal: WalMark | null;
  readonly others: Others;
  /** What was seen since the last look; null when nobody was there, or before the first. */
  readonly times: readonly CommitTime[] | null;
  /** The setting, as it is in the run; null before the first look. */
  readonly othersWait: number | null;
}

/** One look, and the second after it, in which it is seen how others fare when there are any. */
async function look(client: Client, worker: WorkerOptions, known: Known): Promise<Known> {
  const { signal, runId, table, backfill, observer } = worker;
  const pids = await workerPids(client, runId);
  const { signals, settings } = backfill.definition;
  const seen = await probe(client, { table: table.name, pids, custom: signals, before: known.wal, now: performance.now() });
  const most = known.othersWait ?? settingsOf(settings, {}).othersWait;
  const areThere = seen.others > 0 && most > 0;
  const watch = (ms: number) => timeCommits(client, { pids, signal, ms });
  // Before the first look nobody has begun a batch: the best moment to see how others fare without us.
  const times = areThere ? (known.othersWait === null ? await watch(FIRST_MS) : known.times) : null;
  const judged = times === null ? null : judgeOthers(known.others, times, { now: performance.now(), most });
  const health = healthOf([...(judged === null ? [] : [judged.reading]), ...seen.readings]);
  const { rows } = await client.query(readSql(import.meta.url, './sql/write-health.sql'), [runId, health]);
  observer({ kind: 'health', health });
  const { othersWait } = settingsOf(settings, v.parse(settingsRow, rows[0]).settings);
  const next = areThere ? await watch(EVERY_MS) : null;
  if (next === null) await rest(EVERY_MS, signal);
  return { wal: seen.wal, others: judged?.others ?? known.others, times: next, othersWait };
}

async function isMine(client: Client, runId: bigint): Promise<boolean> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/take-turn.sql'), [runId]);
  return rows.length > 0;
}

async function workerPids(client: Client, runId: bigint): Promise<readonly number[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/worker-pids.sql'), [SLOT_SPACE, runId]);
  return v.parse(pidRow, rows[0]).pids;
}
