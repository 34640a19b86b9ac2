import type { TouchedObject } from './touch.ts';
import type { Touched, TouchedBy } from './touched.ts';

/** An object that both sides touch and at least one of them changes, and the statements that do. */
export interface SharedObject {
  readonly object: TouchedObject;
  readonly first: string;
  readonly second: string;
}

/** Why the order of two bodies may matter. */
export interface CommonGround {
  readonly objects: readonly SharedObject[];
  /** Of a side that may touch anything, why. */
  readonly anything: { readonly side: 'first' | 'second'; readonly reason: string; readonly statement: string } | null;
}

/**
 * What two bodies have in common. Null when they touch different objects, so that their order does not matter. To read or reference one
 * object from both sides is no reason; a name without a schema may be that of any schema.
 */
export function commonGround(first: Touched, second: Touched): CommonGround | null {
  const objects = new Map<string, SharedObject>();
  const meet = (mine: readonly TouchedBy[], theirs: readonly TouchedBy[]): void => {
    for (const one of mine) {
      for (const other of theirs) {
        if (!isSame(one.object, other.object)) continue;
        const object = one.object.schema === null ? other.object : one.object;
        const key = JSON.stringify([object.kind, object.schema, object.name]);
        if (!objects.has(key)) objects.set(key, { object, first: one.statement, second: other.statement });
      }
    }
  };
  meet(first.changed, second.changed);
  meet(first.changed, second.used);
  meet(first.used, second.changed);
  const anything = unnamed(first, second);
  return objects.size === 0 && anything === null ? null : { objects: [...objects.values()], anything };
}

/** A side that touches nothing at all (a comment that says why) meets nobody. */
function unnamed(first: Touched, second: Touched): CommonGround['anything'] {
  if (first.anything !== null && !isEmpty(second)) return { side: 'first', ...first.anything };
  return second.anything !== null && !isEmpty(first) ? { side: 'second', ...second.anything } : null;
}

function isEmpty({ changed, used, anything }: Touched): boolean {
  return changed.length + used.length === 0 && anything === null;
}

function isSame(a: TouchedObject, b: TouchedObject): boolean {
  return a.kind === b.kind && a.name === b.name && (a.schema === null || b.schema === null || a.schema === b.schema);
}
