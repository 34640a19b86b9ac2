import type { TouchedObject, TouchKind } from './touch.ts';
import type { Touched } from './touched.ts';

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

/** Ways to touch an object after which another one finds it as it needs it, whichever comes first. */
const IN_ANY_ORDER: Readonly<Record<TouchKind, readonly TouchKind[]>> = {
  changes: [],
  adds: ['references'],
  uses: ['uses', 'references'],
  references: ['adds', 'uses', 'references'],
};

/**
 * What two bodies have in common. Null when their order does not matter: they touch different objects, or read or reference one that neither
 * changes. A name without a schema may be that of any schema.
 */
export function commonGround(first: Touched, second: Touched): CommonGround | null {
  const objects = new Map<string, SharedObject>();
  for (const one of first.objects) {
    for (const other of second.objects) {
      if (!isSame(one.object, other.object) || IN_ANY_ORDER[one.kind].includes(other.kind)) continue;
      const object = one.object.schema === null ? other.object : one.object;
      const key = JSON.stringify([object.kind, object.schema, object.name]);
      if (!objects.has(key)) objects.set(key, { object, first: one.statement, second: other.statement });
    }
  }
  const anything = unnamed(first, second);
  return objects.size === 0 && anything === null ? null : { objects: [...objects.values()], anything };
}

/** A side that touches nothing at all (a comment that says why) meets nobody. */
function unnamed(first: Touched, second: Touched): CommonGround['anything'] {
  if (first.anything !== null && !isEmpty(second)) return { side: 'first', ...first.anything };
  return second.anything !== null && !isEmpty(first) ? { side: 'second', ...second.anything } : null;
}

function isEmpty({ objects, anything }: Touched): boolean {
  return objects.length === 0 && anything === null;
}

function isSame(a: TouchedObject, b: TouchedObject): boolean {
  return a.kind === b.kind && a.name === b.name && (a.schema === null || b.schema === null || a.schema === b.schema);
}
