import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { describeKey, type Key } from '../key/key.ts';
import type { WorkerOptions } from '../worker/worker.ts';
import { remainingKeys } from './remaining-keys.ts';

/** So often a run does all that remains, and at most so often each row. */
const SWEEPS = 10;

/** Counted when it ends; more need not be known. */
const COUNTED = 1_000;

const sweptRow = v.object({ sweeps: v.bigint(), changed: v.bigint() });

/**
 * Whether a run has done what remained often enough. Each sweep does all that was wrong when it began; what is wrong after the tenth has become so since the
 * ninth ended, and that will go on as long as the application writes: a trigger has to do those, or the next run.
 */
export async function sweptEnough(client: Client, { runId, table }: Pick<WorkerOptions, 'runId' | 'table'>): Promise<boolean> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/read-swept.sql'), [runId]);
  if (rows.length === 0) return false;
  const { sweeps, changed } = v.parse(sweptRow, rows[0]);
  return sweeps >= SWEEPS || Number(changed) >= SWEEPS * Math.max(table.rows, COUNTED);
}

interface Swept {
  readonly changed: number;
  readonly seen: number;
  /** Whether these were all that remained, or become lanes with all that do. */
  readonly isWhole: boolean;
}

export async function countSwept(client: Client, runId: bigint, { changed, seen, isWhole }: Swept): Promise<void> {
  await client.query(readSql(import.meta.url, './sql/count-swept.sql'), [runId, changed, seen, isWhole ? 1 : 0]);
}

/** What a run that has swept enough leaves, in words for its end; null when it leaves nothing, or has not. */
export async function whatIsLeft(client: Client, worker: WorkerOptions): Promise<string | null> {
  if (!(await sweptEnough(client, worker))) return null;
  const keys = await remainingKeys(client, worker, { runId: worker.runId, limit: COUNTED, dead: 0 });
  return keys.length === 0 ? null : inWords(keys);
}

function inWords(keys: readonly Key[]): string {
  const [first = []] = keys;
  const remain =
    keys.length === 1 ? '1 key remains' : `${keys.length < COUNTED ? '' : 'at least '}${keys.length.toLocaleString('en')} keys remain`;
  return `${remain}, first ${describeKey(first)}: the application makes keys wrong while they are swept, ${SWEEPS} times over; a trigger would do what is written, another run does these`;
}
