import type { ShelfGenres } from '@godwit/queries/tables';

/** Ids by name, so that a book names its genres. */
export const genreIds = {
  Adventure: 1,
  'Sea Stories': 2,
  Mystery: 3,
  Gothic: 4,
  'Science Fiction': 5,
  Fantasy: 6,
  Romance: 7,
  'Social Novel': 8,
  Historical: 9,
  "Children's": 10,
  Philosophy: 11,
  Nature: 12,
  'World Literature': 13,
  Comedy: 14,
} as const;

export type Genre = keyof typeof genreIds;

export const genres: readonly ShelfGenres[] = Object.entries(genreIds).map(([name, id]) => ({ id, name }));
