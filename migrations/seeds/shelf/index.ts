import type { SeedTables } from '../seed-tables.ts';
import { bookGenres, books } from './books/index.ts';
import { fingerprints } from './fingerprints.ts';
import { genres } from './genres.ts';
import { contentRatings, relatedBooks, reviews } from './opinions.ts';
import { ratings } from './ratings.ts';
import { readingSessions, userBooks } from './reading.ts';
import { users } from './users.ts';

export const shelf: SeedTables<'shelf'> = {
  'shelf.users': users,
  'shelf.genres': genres,
  'shelf.books': books,
  'shelf.book_genres': bookGenres,
  'shelf.user_books': userBooks,
  'shelf.reviews': reviews,
  'shelf.content_ratings': contentRatings,
  'shelf.related_books': relatedBooks,
  'shelf.reading_sessions': readingSessions,
  'shelf.multi_dimensional_ratings': ratings,
  'shelf.book_fingerprints': fingerprints,
};
