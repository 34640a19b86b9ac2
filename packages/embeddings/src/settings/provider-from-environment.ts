import { InvalidEmbeddingSetting, UnknownProvider } from '../errors/settings-errors.ts';
import type { EndpointIo } from '../http/endpoint.ts';
import type { EmbeddingProvider } from '../provider.ts';
import { DTYPES, POOLINGS } from '../transformers/transformers-settings.ts';
import { openProvider, type ProviderSettings } from './open-provider.ts';
import { type Environment, flagFrom, oneOfFrom, requiredFrom, textFrom, wholeFrom } from './variables.ts';

const PROVIDERS = ['feature-hashing', 'openai-compatible', 'transformers'] as const;

/**
 * The provider that `EMBEDDINGS_…` names, feature hashing when nothing does. The dimensions are the column's, so the caller knows them.
 *
 * @throws UnknownProvider, InvalidEmbeddingSetting
 */
export function providerFromEnvironment(
  environment: Environment,
  { dimensions }: { readonly dimensions: number },
  io: Partial<Omit<EndpointIo, 'environment'>> = {},
): EmbeddingProvider {
  return openProvider(settingsFrom(environment, dimensions), { ...io, environment });
}

function settingsFrom(environment: Environment, dimensions: number): ProviderSettings {
  const given = textFrom(environment, 'EMBEDDINGS_PROVIDER');
  const provider = PROVIDERS.find((name) => name === given);
  if (given !== undefined && provider === undefined) throw new UnknownProvider(given, PROVIDERS);
  switch (provider) {
    case undefined:
      refuseHalfSet(environment);
      return { provider: 'feature-hashing', dimensions };
    case 'feature-hashing':
      return { provider, dimensions };
    case 'openai-compatible':
      return {
        provider,
        dimensions,
        baseUrl: requiredFrom(environment, 'EMBEDDINGS_BASE_URL', 'https://api.openai.com/v1'),
        model: requiredFrom(environment, 'EMBEDDINGS_MODEL', 'text-embedding-3-small'),
        sendDimensions: flagFrom(environment, 'EMBEDDINGS_SEND_DIMENSIONS'),
        batchTexts: wholeFrom(environment, 'EMBEDDINGS_BATCH_TEXTS'),
        batchCharacters: wholeFrom(environment, 'EMBEDDINGS_BATCH_CHARACTERS'),
        concurrency: wholeFrom(environment, 'EMBEDDINGS_CONCURRENCY'),
        requestsPerMinute: wholeFrom(environment, 'EMBEDDINGS_REQUESTS_PER_MINUTE'),
        textsPerMinute: wholeFrom(environment, 'EMBEDDINGS_TEXTS_PER_MINUTE'),
        timeoutMs: inMilliseconds(wholeFrom(environment, 'EMBEDDINGS_TIMEOUT')),
        attempts: wholeFrom(environment, 'EMBEDDINGS_ATTEMPTS'),
      };
    case 'transformers':
      return {
        provider,
        dimensions,
        model: requiredFrom(environment, 'EMBEDDINGS_MODEL', 'Xenova/all-MiniLM-L6-v2'),
        dtype: oneOfFrom(environment, 'EMBEDDINGS_DTYPE', DTYPES),
        pooling: oneOfFrom(environment, 'EMBEDDINGS_POOLING', POOLINGS),
        revision: textFrom(environment, 'EMBEDDINGS_REVISION'),
        folder: textFrom(environment, 'EMBEDDINGS_MODEL_FOLDER'),
        offline: flagFrom(environment, 'EMBEDDINGS_OFFLINE'),
        batchTexts: wholeFrom(environment, 'EMBEDDINGS_BATCH_TEXTS'),
      };
  }
}

/** Somebody who names an endpoint and forgets the provider would fill a table with vectors of hashed words and never hear of it. */
function refuseHalfSet(environment: Environment): void {
  const variable = ['EMBEDDINGS_BASE_URL', 'EMBEDDINGS_API_KEY', 'EMBEDDINGS_MODEL', 'EMBEDDINGS_MODEL_FOLDER'].find(
    (name) => textFrom(environment, name) !== undefined,
  );
  if (variable === undefined) return;
  throw new InvalidEmbeddingSetting(
    'EMBEDDINGS_PROVIDER',
    `is not set, and ${variable} is`,
    'Say which is to be used:\n  export EMBEDDINGS_PROVIDER=openai-compatible\n  export EMBEDDINGS_PROVIDER=transformers\nor unset the other.',
  );
}

function inMilliseconds(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds * 1000;
}
