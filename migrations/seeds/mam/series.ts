import type { MamMissingBooks, MamSeries } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { authorIds } from './authors.ts';
import { books, library } from './books.ts';
import { seriesIds } from './series-ids.ts';

/** How many books each series has in all, counting whole positions; unknown where nobody agrees. */
const totals: Readonly<Record<string, number>> = {
  'Sherlock Holmes': 9,
  'Father Brown': 5,
  'Captain Nemo': 3,
  'The d’Artagnan Romances': 3,
  'Leatherstocking Tales': 5,
  'Anne of Green Gables': 8,
  'Little Women': 3,
  'Chronicles of Barsetshire': 6,
  Alice: 2,
  Barsoom: 11,
  Oz: 14,
};

export const series: readonly MamSeries[] = Object.entries(seriesIds).map(([name, id]) => {
  const members = library.filter((book) => book.series?.[0] === name);
  const author = members[0]?.authors[0];
  const owned = new Set(
    members
      .filter(({ id: member }) => books.some((book) => book.id === member && book.status === 'owned'))
      .map((book) => Math.floor(Number(book.series?.[1]))),
  ).size;
  const total = totals[name] ?? null;
  return {
    id,
    name,
    author_id: author === undefined ? null : (authorIds[author] ?? null),
    total_books: total,
    created_at: instant('2025-03-01', id * 11),
    owned_books: owned,
    completion_pct: total === null ? 0 : Number(((owned / total) * 100).toFixed(2)),
    completion_status: total === null ? 'unknown' : owned === total ? 'complete' : 'partial',
    checked_at: total === null ? null : instant('2025-11-10', id * 3),
  };
});

/** Title by series and position: reported by the series checker, not on our shelves. */
const gaps: readonly (readonly [name: keyof typeof seriesIds, position: string, title: string | null])[] = [
  ['Sherlock Holmes', '8', 'His Last Bow'],
  ['Sherlock Holmes', '9', 'The Case-Book of Sherlock Holmes'],
  ['Father Brown', '3', 'The Incredulity of Father Brown'],
  ['Father Brown', '4', 'The Secret of Father Brown'],
  ['Father Brown', '5', 'The Scandal of Father Brown'],
  ['Arsène Lupin', '5', 'Le Bouchon de cristal'],
  ['Barsoom', '6', 'The Master Mind of Mars'],
  ['Barsoom', '7', 'A Fighting Man of Mars'],
  ['Barsoom', '8', null],
  ['Tarzan', '4', 'The Son of Tarzan'],
  ['Tarzan', '5', 'Tarzan and the Jewels of Opar'],
  ['Leatherstocking Tales', '3', 'The Pathfinder'],
  ['Leatherstocking Tales', '4', 'The Pioneers'],
  ['Allan Quatermain', '3', 'Allan’s Wife'],
  ['Oz', '5', 'The Road to Oz'],
  ['Oz', '7', 'The Patchwork Girl of Oz'],
  ['Oz', '8', 'Tik-Tok of Oz'],
  ['Anne of Green Gables', '4', 'Anne of Windy Poplars'],
  ['Anne of Green Gables', '6', 'Anne of Ingleside'],
  ['Anne of Green Gables', '7', 'Rainbow Valley'],
  ['Chronicles of Barsetshire', '4', 'Framley Parsonage'],
  ['Chronicles of Barsetshire', '5', 'The Small House at Allington'],
  ['Alice', '2', 'Through the Looking-Glass'],
  ['Captain Nemo', '3', 'The Mysterious Island'],
];

/** The gaps that were filled later name the book that filled them. */
export const missingBooks: readonly MamMissingBooks[] = gaps.map(([name, position, title], index) => ({
  id: index + 1,
  series_id: seriesIds[name],
  series_position: position,
  title,
  reported_at: instant('2025-06-01', index * 3 * DAY + 180),
  resolved_book_id: library.find((book) => book.series?.[0] === name && book.series[1] === position)?.id ?? null,
}));
