import type { SafeStep } from '../lint-finding.ts';

/** SQL that stands where the statement stands now. */
export function here(sql: string, label = 'in this revision'): SafeStep {
  return { label, kind: 'revision', sql };
}

/** SQL of a revision that comes after the one before it, so that the locks of that one are gone. */
export function later(sql: string, label = 'then, in a revision of its own'): SafeStep {
  return { label, kind: 'revision', sql };
}

/** One statement that must not run in a transaction. */
export function alone(sql: string, label = 'in a revision of its own'): SafeStep {
  return { label, kind: 'revision', sql: `--! no-transaction\n${sql}` };
}

/** The SQL of one batch: it belongs into a backfill, which repeats it until nothing is left. */
export function batch(sql: string, label = 'then, as a backfill, batch by batch'): SafeStep {
  return { label, kind: 'backfill', sql };
}
