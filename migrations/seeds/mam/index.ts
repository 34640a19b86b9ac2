import type { SeedTables } from '../seed-tables.ts';
import { authors } from './authors.ts';
import { bookAuthors, bookNarrators, books } from './books.ts';
import { downloads } from './downloads.ts';
import { narrators } from './narrators.ts';
import { missingBooks, series } from './series.ts';

export const mam: SeedTables<'mam'> = {
  'mam.authors': authors,
  'mam.series': series,
  'mam.books': books,
  'mam.book_authors': bookAuthors,
  'mam.narrators': narrators,
  'mam.book_narrators': bookNarrators,
  'mam.missing_books': missingBooks,
  'mam.downloads': downloads,
};
