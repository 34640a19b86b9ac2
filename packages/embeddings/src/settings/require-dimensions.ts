import { InvalidEmbeddingSetting } from '../errors/settings-errors.ts';

/** pgvector's limit for the type `vector`. */
const MOST = 16_000;

/** @throws InvalidEmbeddingSetting when `dimensions` is no whole number from 1 to 16,000 */
export function requireDimensions(dimensions: number): void {
  if (Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= MOST) return;
  throw new InvalidEmbeddingSetting(
    'dimensions',
    `is no whole number from 1 to ${MOST}: ${dimensions}`,
    'It is the N of the column, vector(N).',
  );
}
