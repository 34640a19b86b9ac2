import { shelf, toVector } from '@godwit/queries';
import { expect } from 'vitest';
import { test } from './testing/head-database.ts';

const TREASURE_ISLAND = 2;
const STUDY_IN_SCARLET = 13;
const PRIDE_AND_PREJUDICE = 37;

test('similar books by description: a sea story is near sea stories, nearest first', async ({ seeded }) => {
  const books = await shelf.similarBooksByDescription.run({ bookId: TREASURE_ISLAND, limit: 5 }, seeded);
  expect(books).toHaveLength(5);
  expect(books.map(({ title }) => title)).toEqual(expect.arrayContaining(['Moby-Dick; or, The Whale', 'The Sea-Wolf']));
  expect(books.map(({ id }) => id)).not.toContain(TREASURE_ISLAND);
  const distances = books.map(({ distance }) => distance);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  const detectives = await shelf.similarBooksByDescription.run({ bookId: STUDY_IN_SCARLET, limit: 1 }, seeded);
  expect(detectives[0]?.title).toBe('The Sign of the Four');
});

test('a book without an embedding or a fingerprint has no neighbours', async ({ client }) => {
  await client.query("insert into shelf.books (id, title, author) values (1, 'One', 'A'), (2, 'Two', 'B')");
  expect(await shelf.similarBooksByDescription.run({ bookId: 1, limit: 5 }, client)).toEqual([]);
  expect(await shelf.similarBooksByFingerprint.run({ bookId: 1, limit: 5 }, client)).toEqual([]);
});

test('books near a vector: the nearest to a description is its own book', async ({ seeded }) => {
  const { rows } = await seeded.query<{ embedding: string }>('select description_embedding as embedding from shelf.books where id = 59');
  const [nearest] = await shelf.booksNearVector.run({ embedding: rows[0]?.embedding ?? toVector([]), limit: 1 }, seeded);
  expect(nearest).toMatchObject({ id: 59, title: '吾輩は猫である' });
  expect(nearest?.distance).toBeCloseTo(0, 6);
});

test('similar books by fingerprint: by how they were rated', async ({ seeded }) => {
  const books = await shelf.similarBooksByFingerprint.run({ bookId: PRIDE_AND_PREJUDICE, limit: 3 }, seeded);
  expect(books).toHaveLength(3);
  for (const book of books) {
    expect(book.distance).toBeLessThan(0.02);
    expect(book.total_ratings).toBeGreaterThan(0);
    expect(book.star_equivalent).toBeGreaterThanOrEqual(1);
  }
});

test('a shelf: last added first, with review and dimensions where there are any', async ({ client }) => {
  await client.query(`
    insert into shelf.users (id, username, email, password_hash) values (1, 'me', 'me@example.org', 'x'), (2, 'you', 'you@example.org', 'x');
    insert into shelf.books (id, title, author) values (1, 'One', 'A'), (2, 'Two', 'B'), (3, 'Three', 'C');
    insert into shelf.user_books (user_id, book_id, status, rating, date_added) values
      (1, 1, 'finished', 4, '2025-01-01'), (1, 2, 'want_to_read', null, '2025-01-02'), (2, 3, 'finished', 5, '2025-01-03');
    insert into shelf.reviews (user_id, book_id, review_text) values (1, 1, 'Good'), (2, 1, 'Bad');
    insert into shelf.multi_dimensional_ratings (user_id, book_id, plot_quality) values (1, 1, 3)`);
  const all = await shelf.userShelf.run({ userId: 1 }, client);
  expect(all).toMatchObject([
    { title: 'Two', status: 'want_to_read', rating: null, review_text: null, plot_quality: null },
    { title: 'One', status: 'finished', rating: 4, review_text: 'Good', plot_quality: 3, prose_style: null },
  ]);
  expect(await shelf.userShelf.run({ userId: 1, status: 'finished' }, client)).toEqual([all[1]]);
});

test('recommendations are not on the shelf yet', async ({ seeded }) => {
  for (const userId of [2, 5, 9]) {
    const onShelf = new Set((await shelf.userShelf.run({ userId }, seeded)).map(({ book_id }) => book_id));
    const candidates = await shelf.recommendationCandidates.run({ userId, limit: 5 }, seeded);
    expect(candidates).toHaveLength(5);
    expect(candidates.filter(({ id }) => onShelf.has(id))).toEqual([]);
  }
});

test('recommendations need a rating of four stars', async ({ client }) => {
  await client.query(`
    insert into shelf.users (id, username, email, password_hash) values (1, 'me', 'me@example.org', 'x');
    insert into shelf.books (id, title, author) values (1, 'One', 'A'), (2, 'Like one', 'B'), (3, 'Unlike one', 'C');
    insert into shelf.book_fingerprints (book_id, total_ratings, fingerprint_vector) values
      (1, 1, '[5,5,5,5,1,1,1]'), (2, 1, '[5,5,5,4,1,1,1]'), (3, 1, '[1,1,1,1,5,5,5]');
    insert into shelf.user_books (user_id, book_id, status, rating) values (1, 1, 'finished', 3)`);
  expect(await shelf.recommendationCandidates.run({ userId: 1, limit: 5 }, client)).toEqual([]);
  await client.query('update shelf.user_books set rating = 4');
  const candidates = await shelf.recommendationCandidates.run({ userId: 1, limit: 5 }, client);
  expect(candidates.map(({ title }) => title)).toEqual(['Like one', 'Unlike one']);
});
