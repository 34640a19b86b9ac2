import { assessLoss, type ExecuteSettings, type Loss, type StoredUndo, touchedByRevisions } from '@godwit/migrator';
import { type Client, readSql } from '@godwit/postgres';
import * as v from 'valibot';

/** A save must not wait for a count: then it is estimated. Milliseconds. */
const QUESTION_MS = 50;
const TOTAL_MS = 100;

/** The rows and values that go when a text is taken back: they are in what it made, and nobody is asked. */
export async function assessDisposed(client: Client, undo: StoredUndo, settings: ExecuteSettings): Promise<readonly Loss[]> {
  const { searchPath, pgSettings } = settings;
  const placeholders = undo.source === 'revert.sql' ? settings.placeholders : {};
  if (!(await touchesRows(client, undo, placeholders))) return [];
  const { losses } = await assessLoss({
    client,
    plan: { steps: [{ hash: '', name: 'way back', body: undo.body }] },
    placeholders,
    pgSettings,
    questionMs: QUESTION_MS,
    totalMs: TOTAL_MS,
    ...(searchPath === undefined ? {} : { searchPath }),
  });
  return losses.filter(({ kind }) => kind === 'rows' || kind === 'values');
}

/** Whether there may be rows in anything that a way back touches: one question in place of ten, for mostly there are none. */
async function touchesRows(client: Client, { body }: StoredUndo, placeholders: ExecuteSettings['placeholders']): Promise<boolean> {
  const touched = (await touchedByRevisions([{ hash: '', body }], placeholders)).get('');
  if (touched === undefined || touched.anything !== null) return true;
  if (touched.objects.some(({ object }) => MAY_HOLD_TABLES.has(object.kind))) return true;
  const names = touched.objects.flatMap(({ object }) => (object.kind === 'relation' ? [object.name] : []));
  const { rows } = await client.query(readSql(import.meta.url, './sql/may-hold-rows.sql'), [names]);
  return v.parse(answer, rows[0]).may;
}

const answer = v.object({ may: v.boolean() });

const MAY_HOLD_TABLES = new Set(['schema', 'extension', 'role']);
