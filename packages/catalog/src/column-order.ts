import type { Catalog } from './catalog.ts';
import type { Change, Difference } from './difference.ts';
import { objectId } from './object-id.ts';

/**
 * The change of order between two lists of columns, or null. Only columns that both have are looked at: one that was added or removed is
 * a difference of its own and moves no other.
 */
export function compareColumnOrder(before: readonly string[], after: readonly string[]): Change | null {
  const kept = before.filter((name) => after.includes(name));
  const now = after.filter((name) => before.includes(name));
  if (kept.every((name, at) => name === now[at])) return null;
  const sorted = now.findIndex((name, at) => at > 0 && kept.indexOf(name) < kept.indexOf(now[at - 1] ?? ''));
  return { property: 'columns', before: kept, after: now, movedLast: now.slice(sorted) };
}

/**
 * For a proof: when the only differences are columns that come back last because they were dropped and added again, the ids of these
 * columns; else null. PostgreSQL cannot put a column anywhere but last.
 *
 * @param between the catalog in the middle of the way (after up, before down): a column counts as dropped when it is not there
 */
export function columnsComingBackLast(differences: readonly Difference[], between: Catalog): readonly string[] | null {
  const columns: string[] = [];
  for (const { changes, before, object } of differences) {
    const [change, other] = changes;
    if (change?.movedLast === undefined || other !== undefined || before === null) return null;
    const kind = before.kind === 'composite type' ? 'attribute' : 'column';
    const moved = change.movedLast.map((name) => objectId(kind, [...before.path, name], null));
    if (moved.some((id) => Object.hasOwn(between.objects, id)) || !Object.hasOwn(between.objects, object)) return null;
    columns.push(...moved);
  }
  return columns.length === 0 ? null : columns;
}
