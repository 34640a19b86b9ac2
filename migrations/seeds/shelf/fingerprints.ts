import type { ShelfBookFingerprints } from '@godwit/queries/tables';
import { type Dimension, dimensions } from './dimensions.ts';
import { ratings } from './ratings.ts';

/** Stands for a dimension that nobody rated, in the vector only. */
const UNKNOWN = 3;

/** One row for each book that somebody rated, as the backfill `shelf-fingerprints` would compute it. */
export const fingerprints: readonly ShelfBookFingerprints[] = [...new Set(ratings.map((rating) => rating.book_id))]
  .sort((a, b) => a - b)
  .map((book) => {
    const rows = ratings.filter((rating) => rating.book_id === book);
    const average = (dimension: Dimension): number | null => averageOf(rows.map((row) => row[dimension] ?? null));
    const averages = dimensions.map(average);
    return {
      book_id: book,
      avg_pace: average('pace'),
      avg_emotional_impact: average('emotional_impact'),
      avg_complexity: average('complexity'),
      avg_character_development: average('character_development'),
      avg_plot_quality: average('plot_quality'),
      avg_prose_style: average('prose_style'),
      avg_originality: average('originality'),
      star_equivalent: mean(averages),
      total_ratings: rows.length,
      updated_at: '2025-11-02T03:00:00.000Z',
      fingerprint_vector: averages.map((value) => value ?? UNKNOWN),
    };
  });

/** Of whole numbers, as PostgreSQL's avg() has it: a decimal, rounded to sixteen places. */
function averageOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const count = BigInt(known.length);
  const sum = BigInt(known.reduce((total, value) => total + value, 0));
  const digits = String((sum * 2n * 10n ** 16n + count) / (2n * count)).padStart(17, '0');
  return Number(`${digits.slice(0, -16)}.${digits.slice(-16)}`);
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
