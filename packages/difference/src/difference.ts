import type { LockMode } from '@godwit/migrator';
import type { Rename } from './renames/rename.ts';

/** One statement of the way from one schema to another. */
export interface DifferenceStatement {
  /** Without a semicolon at its end. Every name is qualified. */
  readonly sql: string;
  /** What it does, in a few words: `create index shelf.ix_books_title`. */
  readonly summary: string;
  /** The catalog's id of what it is about: `table shelf.books`. */
  readonly object: string;
  /** The strongest lock that it takes on a relation that was there before; null when it takes none. */
  readonly lock: LockMode | null;
  /** False for what cannot run inside a transaction. */
  readonly transactional: boolean;
  /** True when it may write the whole table again. */
  readonly rewrites: boolean;
  /** True when rows or values go. */
  readonly losesData: boolean;
}

/** How to make one schema into another. */
export interface SchemaDifference {
  /** In the order in which they have to run. Empty when nothing can be or needs to be done. */
  readonly statements: readonly DifferenceStatement[];
  /** Drops and creations among the statements that were more likely meant as a new name. */
  readonly renames: readonly Rename[];
  /** Statements that the server refuses, with its reason; none where nothing was tried. Then the rest is not to be trusted either. */
  readonly refused: readonly string[];
  /** What differs and stays different after the statements, in words, a line a change. */
  readonly unmodelled: readonly string[];
}
