import type { Client } from '@godwit/postgres';
import type { EmbeddingProvider, EmbedOptions } from '../provider.ts';
import { copyVectors } from './copy-vectors.ts';
import type { VectorRow } from './vector-rows.ts';

/** A row as `read.sql` gives it. */
export interface TextRow {
  readonly id: number;
  readonly text: string;
  /** As the server computes it from the text, and `work.sql` computes it again. */
  readonly source_hash: string;
}

export interface EmbedTextsOptions {
  readonly provider: EmbeddingProvider;
  /** The temporary table of `id`, `source_hash` and `embedding` that `work.sql` takes the vectors from: `pg_temp.<table>`. */
  readonly table: string;
}

/** What a backfill of the mode `external` takes from here. */
export interface EmbedTexts {
  /** Another model is other code. */
  readonly version: string;
  readonly map: (rows: readonly TextRow[], options: EmbedOptions) => Promise<readonly VectorRow[]>;
  readonly stage: (client: Client, rows: readonly VectorRow[]) => Promise<void>;
}

/**
 * The parts of a backfill that gives each text its embedding: `defineBackfill({ mode: 'external', …, ...embedTexts({ provider, table }) })`.
 * The texts are embedded while no transaction is open; their vectors are copied in the one that writes them.
 */
export function embedTexts({ provider, table }: EmbedTextsOptions): EmbedTexts {
  return {
    version: provider.model,
    map: async (rows, options) => {
      const vectors = await provider.embed(
        rows.map(({ text }) => text),
        options,
      );
      return rows.flatMap(({ id, source_hash }, index) => {
        const vector = vectors[index];
        return vector === undefined ? [] : [{ key: [id], sourceHash: source_hash, vector }];
      });
    },
    stage: async (client, rows) => {
      await copyVectors(client, { table, key: [{ name: 'id', type: 'int4' }], dimensions: provider.dimensions, rows });
    },
  };
}
