import type { CatalogObject } from './catalog-object.ts';
import type { Change, Difference } from './difference.ts';

/** Puts each difference that only follows from another among that one's parts. */
export function foldDifferences(differences: readonly Difference[]): Difference[] {
  const byId = new Map(differences.map((difference) => [difference.object, difference]));
  const reason = (difference: Difference): Difference | undefined =>
    objectOf(difference)
      ?.within.map((id) => byId.get(id))
      .find((outer) => outer !== undefined && follows(difference, outer));
  const parts = new Map<string, string[]>();
  const roots: Difference[] = [];
  for (const difference of differences) {
    const first = reason(difference);
    if (first === undefined) {
      roots.push(difference);
      continue;
    }
    let root = first;
    for (let next = reason(root); next !== undefined; next = reason(root)) root = next;
    parts.set(root.object, [...(parts.get(root.object) ?? []), difference.object]);
  }
  return roots.map((root) => ({ ...root, parts: parts.get(root.object) ?? [] }));
}

function follows(difference: Difference, outer: Difference): boolean {
  if (difference.kind === 'changed') return isSameChange(difference, outer);
  return difference.kind === outer.kind || comesWithPartition(difference, outer) || comesWithView(difference, outer);
}

/** A partition's or child table's copy of what changed in the parent. */
function isSameChange(difference: Difference, outer: Difference): boolean {
  const text = (changes: readonly Change[]) => JSON.stringify(changes);
  return (
    outer.kind === 'changed' && objectOf(difference)?.kind === objectOf(outer)?.kind && text(difference.changes) === text(outer.changes)
  );
}

/** A copy of the parent's trigger or index that a table got when it was attached, or lost when it was detached. */
function comesWithPartition(difference: Difference, outer: Difference): boolean {
  const object = objectOf(difference);
  const isCopy = object?.within.some((id) => id.startsWith(`${object.kind} `)) ?? false;
  return isCopy && outer.changes.some(({ property }) => property === 'partitionOf');
}

/** A column of a view whose SELECT has changed. */
function comesWithView(difference: Difference, outer: Difference): boolean {
  const kind = objectOf(outer)?.kind;
  const isView = kind === 'view' || kind === 'materialized view';
  return isView && objectOf(difference)?.kind === 'column' && outer.changes.some(({ property }) => property === 'definition');
}

function objectOf({ before, after }: Difference): CatalogObject | null {
  return after ?? before;
}
