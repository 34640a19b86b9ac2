import { type Catalog, columnsComingBackLast, compareCatalogs, type Difference } from '@godwit/catalog';

/** How the two ends of a way compare. */
export interface ComparedEnds {
  /** What is not as before; empty when it is, but for `columnsLast`. */
  readonly differences: readonly Difference[];
  /** Columns that were dropped on the way and came back last, where PostgreSQL puts them: the only difference that is none. */
  readonly columnsLast: readonly string[];
}

/** @param between the catalog in the middle of the way */
export function compareEnds(start: Catalog, end: Catalog, between: Catalog): ComparedEnds {
  const differences = compareCatalogs(start, end);
  const columnsLast = columnsComingBackLast(differences, between);
  return columnsLast === null ? { differences, columnsLast: [] } : { differences: [], columnsLast };
}
