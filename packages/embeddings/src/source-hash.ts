import { createHash } from 'node:crypto';
import type { EmbeddingProvider } from './provider.ts';

/**
 * What a vector was made of, as 64 hexadecimal digits: the same exactly when the model and the text are. Stored beside the vector, it says
 * which rows are to be done again after a text was edited or the model changed.
 *
 * PostgreSQL computes the same, in SHA-256, since a server in FIPS mode has no md5:
 * `encode(sha256(convert_to($model || E'\n' || text, 'UTF8')), 'hex')`
 */
export function sourceHash(text: string, provider: Pick<EmbeddingProvider, 'model'>): string {
  return createHash('sha256').update(`${provider.model}\n${text}`, 'utf8').digest('hex');
}
