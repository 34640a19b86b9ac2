import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

/** Where the advisory locks of workers begin: one number a slot behind it, beside the number of the run. */
export const SLOT_SPACE = 1_196_377_600;

/** The advisory lock of the one that sees to the end of a run. */
export const END_SPACE = SLOT_SPACE - 1;

const slotRow = v.object({ slot: v.number() });

/** Takes one of a run's places; null when all are taken, here or on other machines. */
export async function takeSlot(client: Client, runId: bigint, slots: number): Promise<number | null> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/take-slot.sql'), [SLOT_SPACE, runId, slots]);
  return rows.length === 0 ? null : v.parse(slotRow, rows[0]).slot;
}

export async function leaveSlot(client: Client, runId: bigint, slot: number): Promise<void> {
  await client.query(readSql(import.meta.url, './sql/leave-slot.sql'), [SLOT_SPACE, runId, slot]);
}
