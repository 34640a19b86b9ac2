import { defineBackfill } from '@godwit/backfill';
import { providerFromEnvironment } from '@godwit/embeddings';
import { copyVectors } from '@godwit/embeddings/postgres';

/** Of the column: vector(384). */
const DIMENSIONS = 384;

/** A book as `read.sql` gives it. */
interface BookText {
  readonly id: number;
  readonly text: string;
  readonly source_hash: string;
}

const provider = providerFromEnvironment(process.env, { dimensions: DIMENSIONS });

export default defineBackfill({
  mode: 'external',
  about: 'each description has its embedding, for similar books',
  table: 'shelf.books',
  after: '000024-add-description-embeddings-to-shelf-books',
  version: provider.model,
  map: async (books: readonly BookText[], { signal }) => {
    const vectors = await provider.embed(
      books.map(({ text }) => text),
      { signal },
    );
    return books.flatMap(({ id, source_hash }, index) => {
      const vector = vectors[index];
      return vector === undefined ? [] : [{ key: [id], sourceHash: source_hash, vector }];
    });
  },
  stage: async (client, rows) => {
    await copyVectors(client, { table: 'embedded_books', key: [{ name: 'id', type: 'int4' }], dimensions: DIMENSIONS, rows });
  },
});
