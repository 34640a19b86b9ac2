import { defineBackfill } from '@godwit/backfill';
import { providerFromEnvironment } from '@godwit/embeddings';
import { copyVectors } from '@godwit/embeddings/postgres';

/** Of the column: vector(1536). */
const DIMENSIONS = 1536;

/** An insight as `read.sql` gives it. */
interface InsightText {
  readonly id: number;
  readonly text: string;
  readonly source_hash: string;
}

const provider = providerFromEnvironment(process.env, { dimensions: DIMENSIONS });

export default defineBackfill({
  mode: 'external',
  about: 'each insight has its embedding, for insights on the same matter',
  table: 'verse.saved_insights',
  after: '000026-add-embeddings-to-verse-saved_insights',
  version: provider.model,
  map: async (insights: readonly InsightText[], { signal }) => {
    const vectors = await provider.embed(
      insights.map(({ text }) => text),
      { signal },
    );
    return insights.flatMap(({ id, source_hash }, index) => {
      const vector = vectors[index];
      return vector === undefined ? [] : [{ key: [id], sourceHash: source_hash, vector }];
    });
  },
  stage: async (client, rows) => {
    await copyVectors(client, { table: 'embedded_insights', key: [{ name: 'id', type: 'int4' }], dimensions: DIMENSIONS, rows });
  },
});
