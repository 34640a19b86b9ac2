import type { ShelfReadingSessions, ShelfUserBooks } from '@godwit/queries/tables';
import { DAY, dayAfter, instant } from '../moments.ts';
import { random } from '../random.ts';
import { catalogue } from './books/index.ts';
import { users } from './users.ts';

const FIRST_DAY = '2024-10-01';
const BOOKS_EACH = 17;

/** Each reader's shelf: mostly finished books, some in hand, some wanted, a few given up. */
export const userBooks: readonly ShelfUserBooks[] = users.flatMap((user, index) => {
  const { chance, integer, pick, sample } = random(`shelf.user_books ${user.username}`);
  return sample(catalogue, BOOKS_EACH).map((book, place): ShelfUserBooks => {
    const status = pick(['finished', 'finished', 'finished', 'currently_reading', 'want_to_read', 'dnf']);
    const added = integer(0, 320) * DAY + integer(420, 1320);
    const started = status === 'want_to_read' ? null : added + integer(0, 20) * DAY;
    const done = status === 'finished';
    return {
      id: index * BOOKS_EACH + place + 1,
      user_id: index + 1,
      book_id: book.id,
      status,
      rating: status === 'finished' && chance(0.85) ? pick([3, 4, 4, 5, 5, 2]) : null,
      date_added: instant(FIRST_DAY, added),
      date_started: started === null ? null : instant(FIRST_DAY, started),
      date_finished: done ? instant(FIRST_DAY, (started ?? 0) + integer(2, 45) * DAY) : null,
    };
  });
});

/** An evening now and then for every book that was opened. */
export const readingSessions: readonly ShelfReadingSessions[] = userBooks
  .filter((entry) => entry.date_started !== null)
  .flatMap((entry) => {
    const { integer } = random(`shelf.reading_sessions ${entry.id}`);
    return Array.from({ length: integer(1, 2) }, (_, evening): Omit<ShelfReadingSessions, 'id'> => {
      const minutes = integer(2, 12) * 5;
      const day = dayAfter(entry.date_started?.slice(0, 10) ?? FIRST_DAY, evening * integer(1, 3));
      return {
        user_id: entry.user_id,
        book_id: entry.book_id,
        session_date: day,
        minutes_read: minutes,
        pages_read: evening === 0 && entry.status === 'dnf' ? null : Math.round(minutes * 0.7),
        created_at: instant(day, integer(1_200, 1_400)),
      };
    });
  })
  .map((session, index) => ({ id: index + 1, ...session }));
