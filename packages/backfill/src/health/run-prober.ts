import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { judgeError } from '../batch/judge-error.ts';
import { SLOT_SPACE } from '../run/slots.ts';
import { reconnect } from '../worker/reconnect.ts';
import { rest } from '../worker/rest.ts';
import type { WorkerOptions } from '../worker/worker.ts';
import { probe, type WalMark } from './probe.ts';

const EVERY_MS = 1_000;

const pidRow = v.object({ pids: v.array(v.number()) });

/**
 * Looks at the server once a second and writes what it sees for the workers of all machines. Of several probers the one that comes first does
 * it each time; when one stands still or goes, another looks in its place a second later.
 */
export async function runProber(worker: WorkerOptions): Promise<void> {
  const { signal, runId, table, backfill, observer } = worker;
  let client: Client | null = null;
  let wal: WalMark | null = null;
  try {
    while (!signal.aborted) {
      try {
        client ??= await reconnect(worker);
        if (client === null) return;
        if (await isMine(client, runId)) {
          const pids = await workerPids(client, runId);
          const custom = backfill.definition.signals;
          const seen = await probe(client, { table: table.name, pids, custom, before: wal, now: performance.now() });
          wal = seen.wal;
          await client.query(readSql(import.meta.url, './sql/write-health.sql'), [runId, seen.health]);
          observer({ kind: 'health', health: seen.health });
        }
      } catch (error) {
        if (judgeError(error) === 'stop') throw error;
        await client?.end().catch(() => undefined);
        client = null;
      }
      await rest(EVERY_MS, signal);
    }
  } finally {
    await client?.end().catch(() => undefined);
  }
}

async function isMine(client: Client, runId: bigint): Promise<boolean> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/take-turn.sql'), [runId]);
  return rows.length > 0;
}

async function workerPids(client: Client, runId: bigint): Promise<readonly number[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/worker-pids.sql'), [SLOT_SPACE, runId]);
  return v.parse(pidRow, rows[0]).pids;
}
