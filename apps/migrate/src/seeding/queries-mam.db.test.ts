import { mam } from '@godwit/queries';
import { expect } from 'vitest';
import { test } from './testing/head-database.ts';

test('the next downloads to retry are due, failed, and not tried too often', async ({ seeded }) => {
  const asOf = new Date('2025-11-18T00:00:00Z');
  const due = await mam.nextDownloadsToRetry.run({ asOf, maxAttempts: 4, limit: 50 }, seeded);
  expect(due.length).toBeGreaterThan(2);
  const times = due.map(({ next_retry_at }) => next_retry_at?.getTime() ?? Number.POSITIVE_INFINITY);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.filter((time) => time > asOf.getTime())).toEqual([]);
  expect(due.filter(({ attempts }) => attempts >= 4)).toEqual([]);
  expect(due[0]?.size_bytes).toBeTypeOf('bigint');
  expect(await mam.nextDownloadsToRetry.run({ asOf: '2025-01-01', maxAttempts: 4, limit: 50 }, seeded)).toEqual([]);
});

test('missing books of a series are those that nothing has filled', async ({ seeded }) => {
  const holmes = await mam.missingBooksOfSeries.run({ seriesId: 1 }, seeded);
  expect(holmes).toMatchObject([
    { series: 'Sherlock Holmes', series_position: '8.00', title: 'His Last Bow' },
    { series: 'Sherlock Holmes', series_position: '9.00', title: 'The Case-Book of Sherlock Holmes' },
  ]);
  const barsoom = await mam.missingBooksOfSeries.run({ seriesId: 5 }, seeded);
  expect(barsoom.map(({ title }) => title)).toContain(null);
  expect(await mam.missingBooksOfSeries.run({ seriesId: 14 }, seeded)).toEqual([]);
});

test('incomplete series, nearest to completion first', async ({ seeded }) => {
  const series = await mam.incompleteSeries.run({ limit: 50 }, seeded);
  expect(series.length).toBeGreaterThan(3);
  for (const { owned_books, total_books } of series) expect(owned_books).toBeLessThan(total_books ?? 0);
  const shares = series.map(({ completion_pct }) => Number(completion_pct));
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
});

test('books by what their metadata contain', async ({ seeded }) => {
  const french = await mam.booksByMetadata.run({ metadata: JSON.stringify({ language: 'fr' }), limit: 50 }, seeded);
  expect(french.map(({ title }) => title)).toEqual(expect.arrayContaining(['L’Aiguille creuse', '813']));
  expect(new Set(french.map(({ series }) => series))).toEqual(new Set(['Arsène Lupin']));
  const opus = await mam.booksByMetadata.run({ metadata: '{"audio": {"codec": "opus"}}', limit: 50 }, seeded);
  expect(opus.length).toBeGreaterThan(3);
  for (const { metadata } of opus) expect(metadata).toMatchObject({ audio: { codec: 'opus' } });
});

test('narrators of a book, most certain first', async ({ seeded }) => {
  const { rows } = await seeded.query<{ book_id: number }>(
    'select book_id from mam.book_narrators group by book_id having count(*) = 2 limit 1',
  );
  const narrators = await mam.narratorsOfBook.run({ bookId: rows[0]?.book_id ?? 0 }, seeded);
  expect(narrators).toHaveLength(2);
  expect(Number(narrators[0]?.confidence)).toBeGreaterThanOrEqual(Number(narrators[1]?.confidence));
});
