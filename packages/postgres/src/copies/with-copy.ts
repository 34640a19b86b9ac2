import type { CopyPlace } from './copy-place.ts';
import { type Copy, type CopyRecipe, type OpenCopyOptions, openCopy } from './open-copy.ts';

/** As the work sees it: who opened it closes it. */
export type CopyInUse = Omit<Copy, 'close' | 'giveBack'>;

/**
 * Runs with a database that is as the recipe makes it, an empty one without a recipe, and drops it however that ends.
 *
 * @throws what `openCopy` and the work throw
 */
export async function withCopy<T>(
  place: CopyPlace,
  recipe: CopyRecipe | null,
  work: (copy: CopyInUse) => Promise<T>,
  options: Pick<OpenCopyOptions, 'lent'> = {},
): Promise<T> {
  const copy = await openCopy(place, recipe, options);
  let done = false;
  try {
    const result = await work(copy);
    done = true;
    return result;
  } finally {
    // Where the work failed, nobody knows what it has left.
    await (done ? copy.giveBack() : copy.close());
  }
}
