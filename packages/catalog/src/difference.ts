import type { CatalogObject } from './catalog-object.ts';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** One property that is not as before. */
export interface Change {
  /** `type`, `comment`, `owner`, `grants`; with a dot inside a property: `identity.increment`; `columns` for their order. */
  readonly property: string;
  readonly before: Value;
  readonly after: Value;
  /**
   * Of a changed column order: the fewest columns that, taken from their place and put last, make the one order from the other.
   * A column that was dropped and added again is among them.
   */
  readonly movedLast?: readonly string[];
}

/** One thing that two catalogs do not have in common. */
export interface Difference {
  /** Seen from before to after: `removed` is missing after. */
  readonly kind: 'added' | 'removed' | 'changed';
  /** The object's id. */
  readonly object: string;
  /** Empty unless `changed`. */
  readonly changes: readonly Change[];
  /** Ids of what differs with it and for the same reason: the columns of a missing table, the partitions' copies of a changed column. */
  readonly parts: readonly string[];
  /** The object as it was; null when added, and for extensions. */
  readonly before: CatalogObject | null;
  /** The object as it is; null when removed, and for extensions. */
  readonly after: CatalogObject | null;
}
