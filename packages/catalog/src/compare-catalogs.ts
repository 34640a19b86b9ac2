import type { Catalog, Extension } from './catalog.ts';
import { compareObjects } from './compare-objects.ts';
import type { Difference } from './difference.ts';
import { foldDifferences } from './fold-differences.ts';

export interface CompareOptions {
  /** True compares which extensions there are as well. */
  readonly extensions?: boolean;
}

/**
 * What is not the same in two catalogs, seen from the first to the second, in the order of tables and what belongs to them. Empty exactly
 * when their digests are equal.
 *
 * What follows from another difference is not one of its own but among its `parts`: the columns of a missing table, the same change on
 * each partition.
 */
export function compareCatalogs(before: Catalog, after: Catalog, options: CompareOptions = {}): Difference[] {
  const differences: Difference[] = [];
  const nothing = { changes: [], parts: [], before: null, after: null };
  for (const object of Object.values(before.objects)) {
    const now = after.objects[object.id];
    const changes = now === undefined ? [] : compareObjects(object, now);
    if (now === undefined) differences.push({ ...nothing, kind: 'removed', object: object.id, before: object });
    else if (changes.length > 0) differences.push({ ...nothing, kind: 'changed', object: object.id, changes, before: object, after: now });
  }
  for (const object of Object.values(after.objects)) {
    if (!Object.hasOwn(before.objects, object.id)) differences.push({ ...nothing, kind: 'added', object: object.id, after: object });
  }
  const folded = foldDifferences(differences).sort((a, b) => order(a, b));
  return options.extensions === true ? [...compareExtensions(before.extensions, after.extensions), ...folded] : folded;
}

type Extensions = Readonly<Record<string, Extension>>;

function compareExtensions(before: Extensions, after: Extensions): readonly Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name): readonly Difference[] => {
    const was = before[name]?.schema;
    const is = after[name]?.schema;
    if (was === is) return [];
    const shared = { object: `extension ${name}`, parts: [], before: null, after: null };
    if (is === undefined) return [{ ...shared, kind: 'removed', changes: [] }];
    if (was === undefined) return [{ ...shared, kind: 'added', changes: [] }];
    return [{ ...shared, kind: 'changed', changes: [{ property: 'schema', before: was, after: is }] }];
  });
}

function order(a: Difference, b: Difference): number {
  const [left, right] = [a, b].map(({ before, after, object }) => `${(before ?? after)?.path.join('\0') ?? ''}\0\0${object}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
}
