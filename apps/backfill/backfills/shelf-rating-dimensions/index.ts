import { defineBackfill } from '@godwit/backfill';

export default defineBackfill({
  about: 'each star rating is one in seven dimensions as well',
  table: 'shelf.user_books',
  after: '000018-add-multi-dimensional-ratings',
});
