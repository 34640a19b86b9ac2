import { defineBackfill } from '@godwit/backfill';

/** Optional, and run by nobody on its own: when `shelf-rating-dimensions` has been verified and nothing reads the stars any more. */
export default defineBackfill({
  about: 'no star rating where there is one in seven dimensions',
  table: 'shelf.user_books',
  after: '000018-add-multi-dimensional-ratings',
});
