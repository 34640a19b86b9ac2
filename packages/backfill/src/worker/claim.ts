import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';
import { keyValue } from '../key/key.ts';
import type { KeySpan } from '../key/next-range.ts';
import { phase, type RunPhase, type RunState, settings, state } from '../run/run.ts';

/** A lane that belongs to this transaction. */
export interface ClaimedLane extends KeySpan {
  readonly lane: number;
}

export interface Claim {
  readonly state: RunState;
  readonly phase: RunPhase;
  readonly settings: Readonly<Record<string, unknown>>;
  /** How much the signals slow: 0 to 1. */
  readonly level: number;
  /** Seconds since somebody looked at the signals; null: nobody has. */
  readonly healthAge: number | null;
  readonly lane: ClaimedLane | null;
  /** Whether any lane is not done yet, whoever is at it. */
  readonly lanesOpen: boolean;
}

const claimRow = v.object({
  state,
  phase,
  settings,
  level: v.number(),
  health_age: v.nullable(v.number()),
  lane: v.nullable(v.number()),
  low: v.nullable(keyValue),
  high: v.nullable(keyValue),
  cursor: v.nullable(keyValue),
  lanes_open: v.boolean(),
});

/** Claims a lane in the open transaction, and reads what somebody may have changed: its state, its settings, its health. */
export async function claim(client: Client, runId: bigint, preferred: number | null): Promise<Claim> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/claim-lane.sql'), [runId, preferred]);
  const row = v.parse(claimRow, rows[0]);
  const { lane, low, high, cursor } = row;
  return {
    state: row.state,
    phase: row.phase,
    settings: row.settings,
    level: row.level,
    healthAge: row.health_age,
    lane: lane === null ? null : { lane, low: cursor ?? low, high },
    lanesOpen: row.lanes_open,
  };
}
