import { type Catalog, type CatalogObject, compareObjects, type ObjectKind, type ObjectOfKind } from '@godwit/catalog';

/** An object in both states. */
export interface ObjectChange<K extends ObjectKind = ObjectKind> {
  readonly kind: K;
  /** Null when it is new, or is made anew. */
  readonly before: ObjectOfKind<K> | null;
  /** Null when it goes. */
  readonly after: ObjectOfKind<K> | null;
}

/**
 * All objects that are not as before, with those that the steps drop and make again: what such an object had beside its definition goes
 * with it.
 *
 * @param remade ids of what is dropped and made again
 */
export function objectChanges(from: Catalog, to: Catalog, remade: ReadonlySet<string>): readonly ObjectChange[] {
  const changes: ObjectChange[] = [];
  for (const after of Object.values(to.objects)) {
    const before = from.objects[after.id];
    const isNew = before === undefined || before.kind !== after.kind || isRemade(to, after, remade);
    if (isNew) changes.push({ kind: after.kind, before: null, after });
    else if (compareObjects(before, after).length > 0) changes.push({ kind: after.kind, before, after });
  }
  for (const before of Object.values(from.objects)) {
    if (!Object.hasOwn(to.objects, before.id)) changes.push({ kind: before.kind, before, after: null });
  }
  return changes;
}

function isRemade(catalog: Catalog, object: CatalogObject, remade: ReadonlySet<string>): boolean {
  if (remade.has(object.id)) return true;
  return object.within.some((id) => {
    const outer = catalog.objects[id];
    return outer !== undefined && isRemade(catalog, outer, remade);
  });
}

/** The change as one of a kind; null when it is of another. */
export function changeOfKind<K extends ObjectKind>(change: ObjectChange, kind: K): ObjectChange<K> | null {
  const is = (object: CatalogObject | null): object is ObjectOfKind<K> => object?.kind === kind;
  const { before, after } = change;
  return change.kind === kind ? { kind, before: is(before) ? before : null, after: is(after) ? after : null } : null;
}
