import type { ShelfContentRatings, ShelfRelatedBooks, ShelfReviews } from '@godwit/queries/tables';
import { DAY, instant } from '../moments.ts';
import { random } from '../random.ts';
import { catalogue } from './books/index.ts';

/** User, book, words. */
const written: readonly (readonly [user: number, book: number, text: string])[] = [
  [1, 1, 'I skipped the chapters about rope the first time. The second time they were the best ones.'],
  [2, 1, 'Nobody told me it is funny. Queequeg and Ishmael in one bed is pure comedy.'],
  [3, 59, '猫の目から見た明治の知識人。百年以上たっても笑える。'],
  [4, 2, 'Read it aloud to two children; all three of us jumped when the apple barrel came.'],
  [5, 41, 'The room behind the locked door still works, even when you know.'],
  [6, 23, 'Not a monster story at all but one about a parent who walks away.'],
  [7, 54, 'I had a temperature by the second part. Porfiry is the most frightening man in the book, and he only talks.'],
  [8, 61, 'Ela traiu ou não traiu? Read it twice and changed my mind twice.'],
  [9, 64, 'A little smug, a little wonderful. The chapter on ice is worth the beans.'],
  [10, 37, 'The second proposal is two lines long, and perfect.'],
  [11, 15, 'The moor does half of the detecting. Lend it in November.'],
  [12, 25, 'A hundred pages and the whole future in them.'],
  [1, 43, 'I was not ready for it at twenty. At forty I underlined every page.'],
  [2, 57, 'You laugh at him until you notice that you are on his side.'],
  [3, 31, 'The silver shoes are silver here. Shorter and stranger than the film.'],
  [4, 21, 'I turned back to page one and it had been there all along.'],
  [5, 42, 'Everyone is dreadful and I could not stop.'],
  [6, 4, 'Twelve hundred pages of patience rewarded. Wait and hope, indeed.'],
  [7, 52, 'The digression on the sewers is as exciting as the chase through them.'],
  [8, 3, 'A cabinet of fishes with a broken heart at the wheel.'],
  [9, 48, 'Spring arrives in this book as it does in Yorkshire: late and all at once.'],
  [10, 55, 'The mowing scene. That is all.'],
  [11, 20, 'Sound on strychnine, as one would expect of a dispenser.'],
  [12, 58, 'The saddest part is the picture frame.'],
  [1, 24, 'The ship’s log is the best ghost story inside the ghost story.'],
  [5, 51, 'It’s one day, and it took me three weeks, and I’d start again tomorrow.'],
];

export const reviews: readonly ShelfReviews[] = written.map(([user, book, text], index) => ({
  id: index + 1,
  user_id: user,
  book_id: book,
  review_text: text,
  created_at: instant('2025-02-01', index * 5 * DAY + 1_140),
  updated_at: instant('2025-02-01', index * 5 * DAY + 1_140 + (index % 4 === 0 ? 35 : 0)),
}));

export const contentRatings: readonly ShelfContentRatings[] = written.map(([user, book], index) => {
  const { chance, integer, sample } = random(`shelf.content_ratings ${index}`);
  const gothic = catalogue.find(({ id }) => id === book)?.genres.includes('Gothic') ?? false;
  return {
    id: index + 1,
    book_id: book,
    user_id: user,
    violence_level: integer(0, gothic ? 4 : 2),
    language_level: integer(0, 1),
    sexual_content_level: integer(0, 1),
    substance_use_level: integer(0, 2),
    other_tags: chance(0.6) ? sample(['animal death', 'shipwreck', 'grief', 'war', 'illness', 'colonial attitudes'], integer(1, 3)) : null,
    created_at: instant('2025-02-01', index * 5 * DAY + 1_150),
  };
});

const pairs: readonly (readonly [book: number, related: number])[] = [
  [1, 12],
  [1, 3],
  [2, 11],
  [4, 5],
  [8, 9],
  [13, 14],
  [13, 15],
  [14, 15],
  [16, 17],
  [18, 22],
  [20, 21],
  [24, 36],
  [23, 28],
  [25, 26],
  [26, 27],
  [29, 30],
  [37, 38],
  [37, 39],
  [37, 40],
  [41, 42],
  [44, 45],
  [46, 47],
  [53, 55],
  [55, 56],
  [62, 63],
];

/** Both ways, because the relation is asked from either book. */
export const relatedBooks: readonly ShelfRelatedBooks[] = pairs.flatMap(([one, other]) => [
  { book_id: one, related_book_id: other },
  { book_id: other, related_book_id: one },
]);
