import * as v from 'valibot';
import { words } from './words.ts';

export const publication = {
  allTables: v.boolean(),
  publishes: words,
  viaRoot: v.boolean(),
  /** Each with its columns and row filter, if it has them: `shelf.books (id, title) where (id > 0)`. */
  tables: words,
  schemas: words,
};
