import { fileURLToPath } from 'node:url';
import type { Client } from '@godwit/postgres';
import { type BackfillFixtures, testBackfill } from '@godwit/testing';
import { test } from 'vitest';

/** A whole life is three or four databases, and a process that is killed. */
const LONGEST_MS = 180_000;

const READERS = `
  insert into shelf.users (id, username, email, password_hash) select n, 'reader' || n, n || '@example.org', 'x' from generate_series(1, 3) as n;
  insert into shelf.books (id, title, author, description) select n, 'Book ' || n, 'Author', 'Whales, number ' || n from generate_series(1, 12) as n`;

const STARS = `
  insert into shelf.user_books (id, user_id, book_id, status, rating, date_added)
  select n, 1, n, 'finished', 1 + n % 5, timestamptz '2025-01-01' + n * interval '1 day' from generate_series(1, 12) as n`;

const OPINIONS =
  'insert into shelf.multi_dimensional_ratings (user_id, book_id, pace, plot_quality) select 1, n, 1 + n % 5, 3 from generate_series(1, 12) as n';

const INSIGHTS = `
  insert into verse.saved_insights (id, passage_reference, passage_text, historical_context, theological_significance, practical_application)
  select n, 'John 1:' || n, 'Text ' || n, 'Context', 'Significance of ' || n, 'Use' from generate_series(1, 12) as n`;

/** The setting keeps the trigger from filling status: so old rows were. */
const asBefore = (sql: string) => `set godwit.backfill to 'before'; ${sql}; reset godwit.backfill`;

const STATUSES = asBefore(
  "insert into verse.users (id, anonymous_id, status_old) select n, 'user ' || n, 'active' from generate_series(1, 12) as n",
);

type Life = Pick<BackfillFixtures, 'target' | 'effects' | 'meanwhile' | 'poison'> & { readonly load: readonly string[] };

const LIVES: Readonly<Record<string, Life>> = {
  'shelf-rating-dimensions': {
    load: [READERS, STARS],
    effects: 'select user_id, book_id, pace, originality, created_at from shelf.multi_dimensional_ratings',
    meanwhile: [
      "insert into shelf.user_books (id, user_id, book_id, status, rating) values (0, 2, 1, 'finished', 4), (50, 2, 2, 'finished', 5)",
      'delete from shelf.user_books where id = 2',
    ],
    poison: null,
  },
  'shelf-retire-stars': {
    load: [READERS, STARS, OPINIONS],
    effects: 'select id, rating from shelf.user_books',
    meanwhile: [
      'update shelf.user_books set rating = 3 where id in (1, 12)',
      'delete from shelf.multi_dimensional_ratings where book_id = 11',
    ],
    poison: null,
  },
  'shelf-fingerprints': {
    load: [READERS, OPINIONS],
    effects:
      'select book_id, avg_pace, avg_originality, star_equivalent, total_ratings, fingerprint_vector::text from shelf.book_fingerprints',
    meanwhile: [
      'insert into shelf.multi_dimensional_ratings (user_id, book_id, pace) values (2, 1, 5), (2, 12, 5)',
      'delete from shelf.multi_dimensional_ratings where user_id = 1 and book_id in (2, 11)',
    ],
    poison: null,
  },
  'shelf-book-embeddings': {
    load: [READERS],
    effects: 'select id, description_embedding::text from shelf.books',
    meanwhile: [
      "insert into shelf.books (id, title, author, description) values (0, 'Late', 'Author', 'Came late'), (13, 'Later', 'Author', ' ')",
      'delete from shelf.books where id = 3',
    ],
    poison: null,
  },
  'verse-insight-embeddings': {
    load: [INSIGHTS],
    effects: 'select id, embedding::text from verse.saved_insights',
    meanwhile: [
      "update verse.saved_insights set practical_application = 'Another use' where id = 12",
      'delete from verse.saved_insights where id = 3',
    ],
    poison: null,
  },
  'verse-user-status': {
    target: '38',
    load: [STATUSES],
    effects: 'select id, status from verse.users',
    meanwhile: [
      "update verse.users set status_old = 'trial' where id in (1, 12)",
      "insert into verse.users (id, anonymous_id, status) values (0, 'late', 'new')",
    ],
    poison: asBefore("update verse.users set status_old = repeat('x', 60) where id = 11"),
  },
};

test.for(Object.entries(LIVES))('%s lives through everything', { timeout: LONGEST_MS }, async ([name, { load, ...life }]) => {
  await testBackfill({
    folder: fileURLToPath(new URL(`../backfills/${name}`, import.meta.url)),
    load: async (client: Client) => {
      for (const sql of load) await client.query(sql);
    },
    ...life,
  });
});
