import * as v from 'valibot';
import { type Key, keyValue } from '../key/key.ts';

/**
 * Where a run stands.
 *
 * - `running`: workers may go on with it, whether one is at it or not. From `paused` by resume.
 * - `paused`: a person asked for it, or the run asks for one: an error, too many dead rows, wrong rows that work does not mend.
 * - `cancelled`: a person ended it; what is done stays.
 * - `done`: nothing remained but dead rows, and verification found nothing wrong; or what remains has become wrong while the run swept often enough, and
 *   the reason says so.
 */
export type RunState = 'running' | 'paused' | 'cancelled' | 'done';

/**
 * What is being done: range by range; then the keys that `remaining.sql` still finds, since the application has written meanwhile; then
 * expected against actual. Wrong ranges become lanes again, so `verify` may lead back to `lanes`.
 */
export type RunPhase = 'lanes' | 'sweep' | 'verify';

export const state = v.picklist(['running', 'paused', 'cancelled', 'done']);

export const phase = v.picklist(['lanes', 'sweep', 'verify']);

export const settings = v.record(v.string(), v.unknown());

/** A row of `godwit.backfill_run`. */
export interface Run {
  readonly id: bigint;
  readonly name: string;
  readonly state: RunState;
  readonly reason: string | null;
  readonly phase: RunPhase;
  readonly codeHash: string;
  readonly table: string;
  readonly keyColumns: readonly string[];
  readonly estimatedRows: bigint;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly verified: Key | null;
  readonly verifyRound: number;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly changedAt: Date;
  readonly endedAt: Date | null;
}

export const runRow = v.pipe(
  v.object({
    id: v.bigint(),
    name: v.string(),
    state,
    reason: v.nullable(v.string()),
    phase,
    code_hash: v.string(),
    table_name: v.string(),
    key_columns: v.array(v.string()),
    estimated_rows: v.bigint(),
    settings,
    verified: v.nullable(keyValue),
    verify_round: v.number(),
    started_at: v.date(),
    started_by: v.string(),
    changed_at: v.date(),
    ended_at: v.nullable(v.date()),
  }),
  v.transform(
    (row): Run => ({
      id: row.id,
      name: row.name,
      state: row.state,
      reason: row.reason,
      phase: row.phase,
      codeHash: row.code_hash,
      table: row.table_name,
      keyColumns: row.key_columns,
      estimatedRows: row.estimated_rows,
      settings: row.settings,
      verified: row.verified,
      verifyRound: row.verify_round,
      startedAt: row.started_at,
      startedBy: row.started_by,
      changedAt: row.changed_at,
      endedAt: row.ended_at,
    }),
  ),
);
