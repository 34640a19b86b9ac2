import type { CopyPlace } from './copy-place.ts';
import { type Copy, type CopyRecipe, openCopy } from './open-copy.ts';

/**
 * Runs with a database that is as the recipe makes it, an empty one without a recipe, and drops it however that ends.
 *
 * @throws what `openCopy` and the work throw
 */
export async function withCopy<T>(
  place: CopyPlace,
  recipe: CopyRecipe | null,
  work: (copy: Omit<Copy, 'close'>) => Promise<T>,
): Promise<T> {
  const copy = await openCopy(place, recipe);
  try {
    return await work(copy);
  } finally {
    await copy.close();
  }
}
