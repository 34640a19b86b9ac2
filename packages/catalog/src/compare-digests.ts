import type { CatalogDigest } from './digest-catalog.ts';

export interface DigestDifference {
  /** Ids of objects that only the second has. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** Which objects differ, when only digests were kept. A table counts as changed also when a column is added, since the order of its columns is its own. */
export function compareDigests(before: CatalogDigest, after: CatalogDigest): DigestDifference {
  const ids = Object.keys(before.objects);
  return {
    added: Object.keys(after.objects).filter((id) => !Object.hasOwn(before.objects, id)),
    removed: ids.filter((id) => !Object.hasOwn(after.objects, id)),
    changed: ids.filter((id) => Object.hasOwn(after.objects, id) && before.objects[id] !== after.objects[id]),
  };
}
