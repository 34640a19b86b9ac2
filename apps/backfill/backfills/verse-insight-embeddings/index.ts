import { defineBackfill } from '@godwit/backfill';
import { providerFromEnvironment } from '@godwit/embeddings';
import { embedTexts, type VectorRow } from '@godwit/embeddings/postgres';
import type { IReadResult } from './read.queries.ts';

/** Of the column: vector(1536). */
const DIMENSIONS = 1536;

export default defineBackfill<IReadResult, VectorRow>({
  mode: 'external',
  about: 'each insight has its embedding, for insights on the same matter',
  table: 'verse.saved_insights',
  after: '000026-add-embeddings-to-verse-saved_insights',
  ...embedTexts({ provider: providerFromEnvironment(process.env, { dimensions: DIMENSIONS }), table: 'embedded_insights' }),
});
