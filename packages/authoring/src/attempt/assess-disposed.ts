import { assessLoss, type ExecuteSettings, type Loss, type StoredUndo } from '@godwit/migrator';
import type { Client } from '@godwit/postgres';

/** A save must not wait for a count: then it is estimated. Milliseconds. */
const QUESTION_MS = 50;
const TOTAL_MS = 100;

/** The rows and values that go when a text is taken back: they are in what it made, and nobody is asked. */
export async function assessDisposed(client: Client, undo: StoredUndo, settings: ExecuteSettings): Promise<readonly Loss[]> {
  const { placeholders, searchPath, pgSettings } = settings;
  const { losses } = await assessLoss({
    client,
    plan: { steps: [{ hash: '', name: 'way back', body: undo.body }] },
    placeholders: undo.source === 'revert.sql' ? placeholders : {},
    pgSettings,
    questionMs: QUESTION_MS,
    totalMs: TOTAL_MS,
    ...(searchPath === undefined ? {} : { searchPath }),
  });
  return losses.filter(({ kind }) => kind === 'rows' || kind === 'values');
}
