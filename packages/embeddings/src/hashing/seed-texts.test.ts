import { seeds } from '@godwit/migrations/seeds';
import { describe, expect, test } from 'vitest';
import { cosine } from '../testing/cosine.ts';
import { featureHashing } from './feature-hashing.ts';

/** For each text, the places of the candidates, nearest first. */
async function ranking(
  texts: readonly string[],
  candidates: readonly string[],
  dimensions: number,
): Promise<readonly (readonly number[])[]> {
  const { embed } = featureHashing({ dimensions });
  const found = await embed(candidates);
  return (await embed(texts)).map((vector) =>
    found
      .map((candidate, place) => ({ place, near: cosine(vector, candidate) }))
      .toSorted((a, b) => b.near - a.near)
      .map(({ place }) => place),
  );
}

/** The same among themselves: a text is no neighbour of its own. */
async function neighbours(texts: readonly string[], dimensions: number): Promise<readonly (readonly number[])[]> {
  return (await ranking(texts, texts, dimensions)).map((places, self) => places.filter((place) => place !== self));
}

describe('descriptions of books', async () => {
  const books = seeds.shelf['shelf.books'];
  const nearest = await neighbours(
    books.map(({ description }) => description ?? ''),
    384,
  );

  test('the nearest share a genre far more often than chance would have it', () => {
    const genres = books.map(({ id }) => seeds.shelf['shelf.book_genres'].filter((row) => row.book_id === id).map((row) => row.genre_id));
    const share = (count: number): number => {
      const pairs = nearest.flatMap((others, book) => others.slice(0, count).map((other) => ({ book, other })));
      return pairs.filter(({ book, other }) => genres[book]?.some((genre) => genres[other]?.includes(genre))).length / pairs.length;
    };
    const chance = share(books.length);
    expect(chance).toBeLessThan(0.35);
    expect(share(1)).toBeGreaterThan(1.6 * chance);
    expect(share(3)).toBeGreaterThan(1.6 * chance);
  });

  test.each([
    ['Twenty Thousand Leagues Under the Seas', 'Moby-Dick; or, The Whale'],
    ['The Sea-Wolf', 'Moby-Dick; or, The Whale'],
    ['A Study in Scarlet', 'The Sign of the Four'],
    ['The Sign of the Four', 'A Study in Scarlet'],
    ['Alice’s Adventures in Wonderland', 'Through the Looking-Glass'],
    ['The Turn of the Screw', 'Jane Eyre'],
    ['Anna Karenina', 'The Age of Innocence'],
  ])('nearest to %s is %s', (title, other) => {
    const [first] = nearest[books.findIndex((book) => book.title === title)] ?? [];
    expect(books[first ?? -1]?.title).toBe(other);
  });
});

describe('insights into verses', async () => {
  const insights = seeds.verse['verse.saved_insights'];
  const nearest = await neighbours(
    insights.map((row) => [row.passage_text, row.historical_context, row.theological_significance, row.practical_application].join(' ')),
    1536,
  );

  test('a verse finds what was written about it among all that was', async () => {
    const found = await ranking(
      insights.map((row) => row.passage_text),
      insights.map((row) => row.theological_significance ?? ''),
      1536,
    );
    expect(found.filter(([first], verse) => first === verse).length).toBeGreaterThan(insights.length / 2);
  });

  test.each([
    ['John 1:1', 'Genesis 1:1'],
    ['Joshua 1:9', 'Psalm 27:1'],
  ])('%s and %s are near', (one, other) => {
    const [first] = nearest[insights.findIndex((row) => row.passage_reference === one)] ?? [];
    expect(insights[first ?? -1]?.passage_reference).toBe(other);
  });
});
