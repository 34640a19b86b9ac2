import type { ShelfBookGenres, ShelfBooks } from '@godwit/queries/tables';
import { instant } from '../../moments.ts';
import { random } from '../../random.ts';
import { textVector } from '../../text-vector.ts';
import { authorBios } from '../author-bios.ts';
import { genreIds } from '../genres.ts';
import { adventure } from './adventure.ts';
import type { Book } from './book.ts';
import { mystery } from './mystery.ts';
import { society } from './society.ts';
import { wonder } from './wonder.ts';
import { world } from './world.ts';

export const catalogue: readonly Book[] = [...adventure, ...mystery, ...wonder, ...society, ...world];

export const books: readonly ShelfBooks[] = catalogue.map((book) => {
  const { integer } = random(`shelf.books ${book.id}`);
  const isbn = seedIsbn(book.id);
  return {
    id: book.id,
    title: book.title,
    author: book.author,
    isbn,
    description: book.about,
    cover_url: `https://covers.example.org/${isbn}.jpg`,
    publication_date: book.year === null ? null : `${book.year}-01-01`,
    author_bio: authorBios[book.author] ?? null,
    page_count: book.pages,
    external_rating: integer(34, 47) / 10,
    external_rating_count: integer(900, 480_000),
    buy_link: book.id % 5 === 0 ? null : `https://bookshop.example.org/isbn/${isbn}`,
    created_at: instant('2024-09-02', book.id * 7),
    description_embedding: textVector(`${book.title} ${book.author} ${book.about}`, 384),
  };
});

export const bookGenres: readonly ShelfBookGenres[] = catalogue.flatMap((book) =>
  book.genres.map((genre) => ({ book_id: book.id, genre_id: genreIds[genre] })),
);

/** A well-formed ISBN-13 in the group 979-9, which is assigned to no publisher: it names no real edition. */
function seedIsbn(id: number): string {
  const body = `9799${String(10_000_000 + id * 4_271)}`;
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
