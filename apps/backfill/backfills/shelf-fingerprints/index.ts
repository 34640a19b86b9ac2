import { defineBackfill } from '@godwit/backfill';

/** In full the first time; after that only the books whose ratings have changed since, which triggers mark. */
export default defineBackfill({
  about: 'each rated book has the fingerprint that its ratings make',
  table: 'shelf.books',
  after: '000040-remember-which-fingerprints-of-shelf-are-stale',
});
