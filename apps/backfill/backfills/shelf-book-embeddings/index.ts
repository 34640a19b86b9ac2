import { defineBackfill } from '@godwit/backfill';
import { providerFromEnvironment } from '@godwit/embeddings';
import { embedTexts, type VectorRow } from '@godwit/embeddings/postgres';
import type { IReadResult } from './read.queries.ts';

/** Of the column: vector(384). */
const DIMENSIONS = 384;

export default defineBackfill<IReadResult, VectorRow>({
  mode: 'external',
  about: 'each description has its embedding, for similar books',
  table: 'shelf.books',
  after: '000024-add-description-embeddings-to-shelf-books',
  ...embedTexts({ provider: providerFromEnvironment(process.env, { dimensions: DIMENSIONS }), table: 'embedded_books' }),
});
