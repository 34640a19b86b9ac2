import type { CodeFrame } from '@godwit/diagnostics';
import type { LockClaim } from '@godwit/migrator';

export type Severity = 'error' | 'warning';

/** One thing that lint has to say: place, rule, reason, locks, safe form. */
export interface LintFinding {
  /** `add-foreign-key`; those of squawk begin with `squawk/`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One line, without a full stop: what the statement does. */
  readonly message: string;
  /** One or two sentences: what comes of it. */
  readonly because: string;
  readonly frame: CodeFrame;
  /** Where it ends, as `frame` counts. */
  readonly end: { readonly line: number; readonly column: number };
  /** The locks on things that stood before the revision which make it a finding, strongest first; none when it is no question of locks. */
  readonly locks: readonly LockClaim[];
  /** What waits for those locks, in words: `reads and writes of shelf.books while every row is written anew`; null without a lock. */
  readonly blocks: string | null;
  /** What to write instead, in order. Empty when only the author can know. */
  readonly safe: readonly SafeStep[];
  /** The edits that `--fix` makes; empty when it does not dare. */
  readonly fix: readonly TextEdit[];
}

/** One part of a safe form: SQL to be pasted, with the names of the statement. */
export interface SafeStep {
  /** Where it belongs: `in this revision`, `then, in a revision of its own`. */
  readonly label: string;
  /** A `backfill` step is the SQL of one batch and belongs into no revision. */
  readonly kind: 'revision' | 'backfill';
  /** Begins with `--! no-transaction` when it must not run in a transaction. */
  readonly sql: string;
}

/** A change of a file. Offsets are UTF-16 code units of the file as it was read. */
export interface TextEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
