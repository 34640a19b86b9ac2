import * as v from 'valibot';
import type { AppliedAttempt, AppliedDetails, AppliedRevision, StoredRevert } from './ledger.ts';

const direction = v.picklist(['up', 'down']);

export const undoSource = v.picklist(['revert.sql', 'statements', 'difference']);

export const versionRow = v.object({ major: v.number(), minor: v.number() });

export const sharedRow = v.object({
  hash: v.string(),
  previous_hash: v.nullable(v.string()),
  filename: v.string(),
  applied_at: v.date(),
});

export const knownRow = v.object({
  ...sharedRow.entries,
  name: v.nullable(v.string()),
  message: v.nullable(v.string()),
  duration_ms: v.nullable(v.number()),
  applied_by: v.nullable(v.string()),
  revert_kind: v.nullable(v.picklist(['sql', 'irreversible'])),
  revert_hash: v.nullable(v.string()),
  revert_body: v.nullable(v.string()),
  revert_transactional: v.nullable(v.boolean()),
  revert_reason: v.nullable(v.string()),
});

export const journalRow = v.object({
  hash: v.string(),
  previous_hash: v.nullable(v.string()),
  name: v.string(),
  direction,
  statement: v.string(),
  started_at: v.date(),
  backend_pid: v.number(),
  backend_start: v.date(),
  detail: v.record(v.string(), v.unknown()),
  running: v.boolean(),
});

export const productionRow = v.object({ production: v.boolean() });

export const attemptRow = v.object({
  id: v.string(),
  digest: v.string(),
  head: v.nullable(v.string()),
  undo_source: v.nullable(undoSource),
  complete: v.boolean(),
  applied_at: v.date(),
  applied_by: v.string(),
});

export const currentRow = v.object({ content: v.string() });

export function attemptFromRow(row: v.InferOutput<typeof attemptRow>): AppliedAttempt {
  const { id, digest, head, undo_source, complete, applied_at, applied_by } = row;
  return { id, digest, head, undoSource: undo_source, complete, appliedAt: applied_at, appliedBy: applied_by };
}

export function appliedFromRow(row: v.InferOutput<typeof sharedRow>, details: AppliedDetails | null): AppliedRevision {
  return { hash: row.hash, previousHash: row.previous_hash, ledgerName: row.filename, appliedAt: row.applied_at, details };
}

/** Null for a row that only graphile-migrate wrote. */
export function detailsFromRow(row: v.InferOutput<typeof knownRow>): AppliedDetails | null {
  if (row.name === null) return null;
  return { name: row.name, message: row.message, durationMs: row.duration_ms, appliedBy: row.applied_by, revert: revertFromRow(row) };
}

function revertFromRow(row: v.InferOutput<typeof knownRow>): StoredRevert | null {
  if (row.revert_kind === 'irreversible') return { kind: 'irreversible', reason: row.revert_reason ?? '' };
  if (row.revert_kind === null || row.revert_hash === null || row.revert_body === null) return null;
  return { kind: 'sql', hash: row.revert_hash, body: row.revert_body, transactional: row.revert_transactional ?? true };
}
