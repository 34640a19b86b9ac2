import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { phase, state } from './run.ts';
import { SLOT_SPACE } from './slots.ts';

const reading = v.object({
  name: v.string(),
  value: v.nullable(v.number()),
  slow: v.number(),
  stop: v.number(),
  unit: v.string(),
  level: v.number(),
  problem: v.nullable(v.string()),
});

const health = v.object({ level: v.number(), readings: v.array(reading), at: v.string() });

const progressRow = v.pipe(
  v.object({
    id: v.bigint(),
    name: v.string(),
    state,
    reason: v.nullable(v.string()),
    phase,
    estimated_rows: v.bigint(),
    health: v.nullable(health),
    started_at: v.date(),
    changed_at: v.date(),
    ended_at: v.nullable(v.date()),
    verified: v.nullable(v.array(v.string())),
    rows_seen: v.bigint(),
    rows_changed: v.bigint(),
    batches: v.bigint(),
    lanes: v.number(),
    lanes_done: v.number(),
    dead: v.number(),
    workers: v.number(),
  }),
  v.transform(({ estimated_rows, started_at, changed_at, ended_at, rows_seen, rows_changed, batches, lanes_done, ...row }) => ({
    ...row,
    estimatedRows: Number(estimated_rows),
    rowsSeen: Number(rows_seen),
    rowsChanged: Number(rows_changed),
    batches: Number(batches),
    lanesDone: lanes_done,
    startedAt: started_at,
    changedAt: changed_at,
    endedAt: ended_at,
  })),
);

/** How far a run is, as every machine sees it. */
export type Progress = v.InferOutput<typeof progressRow>;

const idRow = v.object({ id: v.bigint() });

/** In the order in which they were started. */
export async function readProgress(client: Client, runIds: readonly bigint[]): Promise<readonly Progress[]> {
  if (runIds.length === 0) return [];
  const { rows } = await client.query(readSql(import.meta.url, './sql/progress.sql'), [runIds, SLOT_SPACE]);
  return v.parse(v.array(progressRow), rows);
}

/** The last run of each backfill that this database knows. */
export async function latestProgress(client: Client): Promise<readonly Progress[]> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/latest-runs.sql'));
  return await readProgress(
    client,
    v.parse(v.array(idRow), rows).map(({ id }) => id),
  );
}
