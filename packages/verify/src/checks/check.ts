import type { Revision } from '@godwit/history';
import type { RelationName } from '@godwit/migrator';
import type { Statement } from '@godwit/migrator/statements';

/** A file of checks. */
export interface CheckFile {
  /** The folder that it is in: usually the schema that it is about. */
  readonly system: string;
  /** Its name without `.sql`. */
  readonly topic: string;
  /** As the user knows it: `migrations/verify/shelf/constraints.sql`. */
  readonly path: string;
  readonly text: string;
}

/** What must be so for a check to pass. */
export type Expectation =
  /** The last statement gives rows, and in each `expected` and `found` are the same. */
  | { readonly kind: 'equal rows' }
  /** The last statement fails with this error; null is any constraint. */
  | { readonly kind: 'raises'; readonly sqlState: string; readonly constraint: string | null }
  /** The planner chooses this index for the last statement, which is not run. */
  | { readonly kind: 'uses index'; readonly index: string };

/** One thing that is true of a database at some place of its history. */
export interface Check {
  readonly file: CheckFile;
  /** What is true, in words; unique in its file. */
  readonly name: string;
  /** Where its first header begins in the file's text. */
  readonly offset: number;
  /** The line of that, counted from 1. */
  readonly line: number;
  /** From which revision on it is true; null is the first. */
  readonly from: Revision | null;
  /** The revision with which it ends to be true; null when it still is. */
  readonly until: Revision | null;
  readonly expects: Expectation;
  /** Tables that must hold rows. */
  readonly needs: readonly RelationName[];
  /** At least one; offsets count in the file's text. */
  readonly statements: readonly Statement[];
  /** Whether one of them changes something, as far as that can be seen: a function may hide it. */
  readonly writes: boolean;
}
