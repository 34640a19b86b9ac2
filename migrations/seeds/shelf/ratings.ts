import type { ShelfMultiDimensionalRatings } from '@godwit/queries/tables';
import { random } from '../random.ts';
import { catalogue } from './books/index.ts';
import { dimensions } from './dimensions.ts';
import type { Genre } from './genres.ts';
import { userBooks } from './reading.ts';
import { users } from './users.ts';

/** What readers find in a book of the genre, one digit a dimension in the order of `dimensions`. */
const taste: Readonly<Record<Genre, string>> = {
  Adventure: '5323434',
  'Sea Stories': '4333344',
  Mystery: '4343533',
  Gothic: '3544444',
  'Science Fiction': '4343435',
  Fantasy: '4434435',
  Romance: '3535342',
  'Social Novel': '2555443',
  Historical: '3454433',
  "Children's": '4424333',
  Philosophy: '1353245',
  Nature: '2432254',
  'World Literature': '2554454',
  Comedy: '4233344',
};

const genresOf = new Map(catalogue.map((book) => [book.id, book.genres]));

/**
 * The seven dimensions for about two thirds of the finished books. The others have stars alone, so that the backfill
 * `shelf-rating-dimensions` has something to do on a seeded database.
 */
export const ratings: readonly ShelfMultiDimensionalRatings[] = [...opinions()].map((rating, index) => ({ id: index + 1, ...rating }));

function* opinions(): Generator<Omit<ShelfMultiDimensionalRatings, 'id'>> {
  for (const entry of userBooks) {
    const { chance } = random(`shelf.ratings ${entry.id}`);
    if (entry.rating == null || entry.date_finished == null || !chance(0.66)) continue;
    yield opinion(entry.user_id, entry.book_id, entry.date_finished);
  }
  // Everybody has read these two and says so.
  for (const book of [2, 37]) {
    for (const user of users) {
      if (user.id === undefined || userBooks.some((entry) => entry.user_id === user.id && entry.book_id === book)) continue;
      yield opinion(user.id, book, '2025-09-20T18:30:00.000Z');
    }
  }
}

function opinion(user: number, book: number, at: string): Omit<ShelfMultiDimensionalRatings, 'id'> {
  const { chance, integer } = random(`shelf.opinion ${user} ${book}`);
  const [first, second = first] = genresOf.get(book) ?? [];
  const expected = dimensions.map((_, place) => (digit(first, place) * 2 + digit(second, place)) / 3);
  const [pace, emotional, complexity, character, plot, prose, originality] = expected.map((value) =>
    chance(0.04) ? null : Math.min(5, Math.max(1, Math.round(value) + integer(-1, 1))),
  );
  return {
    user_id: user,
    book_id: book,
    pace: pace ?? null,
    emotional_impact: emotional ?? null,
    complexity: complexity ?? null,
    character_development: character ?? null,
    plot_quality: plot ?? null,
    prose_style: prose ?? null,
    originality: originality ?? null,
    created_at: at,
    updated_at: null,
  };
}

function digit(genre: Genre | undefined, place: number): number {
  return genre === undefined ? 3 : Number(taste[genre][place] ?? 3);
}
