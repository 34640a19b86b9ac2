import { readSql } from '@godwit/postgres';
import type { Client } from 'pg';
import * as v from 'valibot';
import type { UndoSource } from '../ledger/ledger.ts';
import { undoSource } from '../ledger/ledger-rows.ts';
import type { AttemptSql } from './attempt-sql.ts';

/** The way back of a text that is applied. */
export interface StoredUndo {
  readonly source: UndoSource;
  /** Of `revert.sql` before placeholders, else as it is sent. */
  readonly body: string;
  readonly transactional: boolean;
}

/** The texts of what watch has applied. */
export interface StoredAttempt {
  readonly id: string;
  /** With its includes, before placeholders. */
  readonly text: string;
  /** Null while none is known: a moment after a save, or after a crash. Then it is computed from `readAttemptBase`. */
  readonly undo: StoredUndo | null;
}

const textRow = v.object({
  id: v.string(),
  text: v.string(),
  undo: v.nullable(v.string()),
  undo_source: v.nullable(undoSource),
  undo_transactional: v.nullable(v.boolean()),
});

/** Null when nothing is applied. The ledger must have `attempt`: version 1.1. */
export async function readAttempt(client: Client): Promise<StoredAttempt | null> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/attempt-text.sql'));
  if (rows[0] === undefined) return null;
  const { id, text, undo: body, undo_source: source, undo_transactional: transactional } = v.parse(textRow, rows[0]);
  return { id, text, undo: body === null || source === null || transactional === null ? null : { source, body, transactional } };
}

const baseRow = v.object({ base: v.nullable(v.string()) });

/** What the database looked like without it, as JSON in the words of whoever wrote it; null when that was not kept. */
export async function readAttemptBase(client: Client): Promise<string | null> {
  const { rows } = await client.query(readSql(import.meta.url, './sql/attempt-base.sql'));
  return rows[0] === undefined ? null : v.parse(baseRow, rows[0]).base;
}

/** As the executor runs it. */
export function undoSql({ source, body, transactional }: StoredUndo): AttemptSql {
  const isWritten = source === 'revert.sql';
  return { name: isWritten ? 'revert.sql' : 'way back of current.sql', body, transactional, hasPlaceholders: isWritten };
}
