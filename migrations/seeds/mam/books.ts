import type { MamBookAuthors, MamBookNarrators, MamBooks } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { random } from '../random.ts';
import { authorIds } from './authors.ts';
import { detectives } from './detectives.ts';
import { households } from './households.ts';
import type { Audiobook } from './library.ts';
import { narrators } from './narrators.ts';
import { seriesIds } from './series-ids.ts';
import { travellers } from './travellers.ts';

export const library: readonly Audiobook[] = [...detectives, ...travellers, ...households];

const ids: Readonly<Record<string, number>> = seriesIds;
const publishers = ['Lantern Audio', 'Quayside Recordings', 'Maison Hirondelle', 'Commons & Crown'] as const;

export const books: readonly MamBooks[] = library.map((book) => {
  const { chance, integer, pick } = random(`mam.books ${book.id}`);
  const status = pick(['owned', 'owned', 'owned', 'owned', 'owned', 'wanted', 'downloading', 'missing', 'archived']);
  const matched = status === 'owned' || status === 'archived';
  const added = book.id * 90;
  return {
    id: book.id,
    title: book.title,
    subtitle: book.subtitle ?? null,
    asin: `B0SEED${String(book.id).padStart(4, '0')}`,
    isbn: null,
    series_id: book.series === undefined ? null : (ids[book.series[0]] ?? null),
    series_position: book.series?.[1] ?? null,
    duration_minutes: book.minutes,
    published_year: book.year,
    publisher: pick(publishers),
    description: null,
    metadata: {
      language: /\p{Script=Han}/u.test(book.title) ? 'ja' : book.authors[0] === 'Maurice Leblanc' ? 'fr' : 'en',
      abridged: book.minutes < 100,
      chapters: Math.max(1, Math.round(book.minutes / 22)),
      ...(matched ? { audio: { codec: pick(['aac', 'mp3', 'opus']), channels: 1, kbps: pick([64, 96, 128]) } } : {}),
      tags: book.series === undefined ? ['standalone'] : ['series', 'classic'],
    },
    status,
    created_at: instant('2025-03-03', added),
    updated_at: chance(0.5) ? instant('2025-03-03', added + integer(1, 200) * DAY) : null,
    book_quality: matched ? (integer(610, 995) / 1000).toFixed(3) : null,
  };
});

export const bookAuthors: readonly MamBookAuthors[] = library.flatMap((book) =>
  book.authors.map((author, place) => ({ book_id: book.id, author_id: authorIds[author] ?? 0, position: place + 1 })),
);

/** Who reads it, as far as anybody knows: certain from Audible, probable from a file name or the voice. */
export const bookNarrators: readonly MamBookNarrators[] = books
  .filter((book) => book.status !== 'wanted' && book.status !== 'missing')
  .flatMap((book) => {
    const { chance, integer, pick, sample } = random(`mam.book_narrators ${book.id}`);
    return sample(narrators, chance(0.15) ? 2 : 1).map((narrator): MamBookNarrators => {
      const tagged = chance(0.6);
      return {
        book_id: book.id ?? 0,
        narrator_id: narrator.id ?? 0,
        confidence: tagged ? '1.000' : (integer(520, 960) / 1000).toFixed(3),
        source: tagged ? 'audible' : pick(['filename', 'speech']),
      };
    });
  });
