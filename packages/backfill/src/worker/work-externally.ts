import { randomUUID } from 'node:crypto';
import { type Client, readSql } from '@godwit/postgres';
import { applyRange, writeValues } from '../batch/apply-range.ts';
import { mapRows } from '../batch/map-rows.ts';
import { readRows } from '../batch/read-rows.ts';
import { type SpanOutcome, type SpanWork, workRange } from '../batch/work-span.ts';
import type { BackfillSettings } from '../definition/settings.ts';
import { type KeyRange, rangeParameters } from '../key/key.ts';
import type { NextRange } from '../key/next-range.ts';
import { beginBatch, rollBack } from './begin-batch.ts';
import type { ClaimedLane } from './claim.ts';
import { appliedBy, type WorkerOptions } from './worker.ts';

interface ExternalBatch {
  readonly lane: ClaimedLane;
  readonly range: NextRange;
  readonly work: Omit<SpanWork, 'apply'>;
  readonly settings: BackfillSettings;
}

/**
 * A batch of the mode `external`. The open transaction reads the rows and leases the lane, and is committed; the service works while none is
 * open; another one writes, if the lease is still ours. A batch may so be computed twice, and is written once.
 *
 * @returns what came of it, in an open transaction; null, rolled back, when another worker has taken the lane over
 * @throws what the service says, the lease given back
 */
export async function workExternally(client: Client, worker: WorkerOptions, batch: ExternalBatch): Promise<SpanOutcome | null> {
  const { backfill, table, runId, signal, now } = worker;
  const { lane, range, work, settings } = batch;
  const { definition, read } = backfill;
  if (definition.mapping === null || read === null) throw new TypeError('not an external backfill');
  const owner = randomUUID();
  const rows = await readRows(client, read, rangeParameters(table.key, range));
  await client.query(readSql(import.meta.url, './sql/lease-lane.sql'), [runId, lane.lane, owner, settings.leaseMs]);
  await client.query('commit');
  const mapped = await mapRows({ mapping: definition.mapping, table, signal: now ?? signal }, rows).catch(async (error: unknown) => {
    await client.query(readSql(import.meta.url, './sql/end-lease.sql'), [runId, lane.lane, owner]).catch(() => undefined);
    throw error;
  });
  await beginBatch(client, backfill.name, settings);
  const mine = await client.query(readSql(import.meta.url, './sql/hold-lease.sql'), [runId, lane.lane, owner]);
  if (mine.rows.length === 0) {
    await rollBack(client);
    return null;
  }
  const applied = appliedBy(client, worker);
  const isWhole = (part: KeyRange) => part.from === range.from && part.to === range.to;
  const apply = (part: KeyRange) => (isWhole(part) ? writeValues(applied, part, mapped.values) : applyRange(applied, part));
  const outcome = await workRange({ ...work, apply }, lane.low, range);
  return { ...outcome, dead: [...mapped.dead, ...outcome.dead] };
}
