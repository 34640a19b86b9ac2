import type { Catalog } from './catalog.ts';
import { isSame } from './compare-objects.ts';

/** The same catalog, made of the objects of another one where they are equal: what is compared again and again is then seen to be the same at once. */
export function shareObjects(catalog: Catalog, other: Catalog): Catalog {
  const objects = Object.values(catalog.objects).map((object) => {
    const known = other.objects[object.id];
    return known !== undefined && isSame(known, object) ? known : object;
  });
  return { ...catalog, objects: Object.fromEntries(objects.map((object) => [object.id, object])) };
}
