import type { Catalog } from '@godwit/catalog';
import type { Rename } from '@godwit/difference';

/** One thing about a live database that its revisions did not make so. */
export interface DriftFinding {
  /** Seen from what the revisions make: `removed` is missing in the live database. */
  readonly kind: 'added' | 'removed' | 'changed';
  /** The catalog's id: `index shelf.ix_books_title`. */
  readonly object: string;
  /** A line a change. */
  readonly words: readonly string[];
}

/** What is done together. */
export interface WayPart {
  /** In a few words: `build index shelf.ix_books_title, concurrently`. */
  readonly title: string;
  /** Without semicolons. */
  readonly statements: readonly string[];
  /** False for the one statement of a part that cannot run inside a transaction. */
  readonly transactional: boolean;
  /** True when rows or values go. */
  readonly losesData: boolean;
  /** What has to be done by somebody before it; null for nothing. */
  readonly before: string | null;
}

/** The SQL that leads out of a drift, in one of the two directions, on a database that is in use. */
export interface Way {
  /** In the order in which they have to run. */
  readonly parts: readonly WayPart[];
  /** What no statement of ours does, in words, a line a change. */
  readonly left: readonly string[];
}

/** Where a live database differs from what its revisions make. */
export interface SeenDrift {
  /** Empty when it is as it should be. */
  readonly findings: readonly DriftFinding[];
  /** How many findings were left out because the configuration says so. */
  readonly ignored: number;
  /** What could not be compared, and why, in words. */
  readonly unseen: readonly string[];
  /** The live database. */
  readonly catalog: Catalog;
}

/** The same with the ways out. */
export interface Drift extends SeenDrift {
  /** Of the findings, what was taken for a new name, from the expected to the live one. */
  readonly renames: readonly Rename[];
  /** Makes the live database what the revisions make. */
  readonly repair: Way;
  /** Makes a database of the revisions into the live one: the body of the next revision. */
  readonly adopt: Way;
}
