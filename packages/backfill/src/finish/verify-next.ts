import { type Client, readSql } from '@godwit/postgres';
import type { BackfillSettings } from '../definition/settings.ts';
import { nextRange } from '../key/next-range.ts';
import { addLanes } from '../run/open-run.ts';
import { pauseRun } from '../run/pause-run.ts';
import type { WorkerOptions } from '../worker/worker.ts';
import { findWrong, inWords } from './find-wrong.ts';
import type { Ending } from './finish-turn.ts';

/** How often wrong ranges are done again. */
const ROUNDS = 2;

/**
 * Verifies the next range. One that is wrong becomes a lane at once; wrong again when it has been done, it pauses the run.
 *
 * @returns `right` at the end of the table, `again` when wrong ranges have to be done first, `more` otherwise
 */
export async function verifyNext(
  client: Client,
  worker: WorkerOptions,
  settings: BackfillSettings,
  { verified, round }: Ending,
): Promise<'right' | 'again' | 'more'> {
  const { table, runId, observer } = worker;
  const range = await nextRange(client, table, { low: verified, high: null }, settings.verifyRows);
  if (range === null) return 'right';
  // What has become wrong since it was done again, and is known to remain, is for the sweep or for the next run.
  const wrong = await findWrong(client, worker, { range, runId, butRemaining: round >= ROUNDS });
  observer({ kind: 'verified', range, rows: range.rows, wrong: wrong.count });
  if (wrong.count > 0) {
    if (round >= ROUNDS) {
      await pauseRun(
        client,
        runId,
        `${wrong.count === 1 ? '1 row is' : `${wrong.count} rows are`} wrong after being done again: ${inWords(wrong)}`,
      );
      return 'more';
    }
    await addLanes(client, runId, [{ low: verified, high: range.to }]);
    return 'again';
  }
  await client.query(readSql(import.meta.url, './sql/move-verified.sql'), [runId, range.to]);
  return range.last ? 'right' : 'more';
}
