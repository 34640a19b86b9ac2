import { type Client, readSql, sqlStateOf } from '@godwit/postgres';
import * as v from 'valibot';
import { type Key, keyValue } from '../key/key.ts';
import { type KeySpan, nextRange } from '../key/next-range.ts';
import type { WalkedTable } from '../key/walked-table.ts';
import { middleKey } from '../lanes/middle-key.ts';
import { addLanes } from '../run/open-run.ts';
import { beginBatch, rollBack } from './begin-batch.ts';
import type { WorkerOptions } from './worker.ts';
import { sizeOf, type WorkerMemory } from './worker-memory.ts';

/** A lane of fewer batches than this is done before its half could be. */
const FEWEST_BATCHES = 4;

const laneRow = v.object({ lane: v.number(), low: v.nullable(keyValue), high: v.nullable(keyValue) });

/** An idle worker takes half of what another has left. @returns whether there was enough to share */
export async function splitLane(client: Client, worker: WorkerOptions, memory: WorkerMemory): Promise<boolean> {
  const { runId, backfill, table } = worker;
  await beginBatch(client, backfill.name, memory.settings);
  try {
    const { rows: found } = await client.query(readSql(import.meta.url, './sql/steal-lane.sql'), [runId]);
    const lane = found.length === 0 ? null : v.parse(laneRow, found[0]);
    const ahead = lane === null ? null : await nextRange(client, table, lane, sizeOf(memory).rows * FEWEST_BATCHES);
    const middle = lane === null || ahead === null || ahead.last ? null : await middleOf(client, table, lane, ahead.to);
    if (lane === null || middle === null) {
      await rollBack(client);
      return false;
    }
    await client.query(readSql(import.meta.url, './sql/shorten-lane.sql'), [runId, lane.lane, middle]);
    await addLanes(client, runId, [{ low: middle, high: lane.high }]);
    await client.query('commit');
    return true;
  } catch (error) {
    await rollBack(client);
    // The other's batch takes long, or it is split by somebody else already.
    if (['55P03', '57014', '40P01', '23505'].includes(sqlStateOf(error) ?? '')) return false;
    throw error;
  }
}

/** From a sample, or else `ahead`: cut at its own end a lane would be as long as before. */
async function middleOf(client: Client, table: WalkedTable, span: KeySpan, ahead: Key): Promise<Key> {
  const sampled = await middleKey(client, table, span);
  return sampled === null || JSON.stringify(sampled) === JSON.stringify(span.high) ? ahead : sampled;
}
