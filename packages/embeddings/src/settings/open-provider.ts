import { featureHashing } from '../hashing/feature-hashing.ts';
import type { EndpointIo } from '../http/endpoint.ts';
import { openAiCompatible } from '../http/openai-compatible.ts';
import type { OpenAiCompatibleSettings } from '../http/openai-compatible-settings.ts';
import type { EmbeddingProvider } from '../provider.ts';
import { transformers } from '../transformers/transformers.ts';
import type { TransformersSettings } from '../transformers/transformers-settings.ts';

/** Which provider, and its settings. */
export type ProviderSettings =
  | { readonly provider: 'feature-hashing'; readonly dimensions: number }
  | ({ readonly provider: 'openai-compatible' } & OpenAiCompatibleSettings)
  | ({ readonly provider: 'transformers' } & TransformersSettings);

/**
 * Opens the provider that the settings name. Nothing is sent or loaded before its first `embed`.
 *
 * @throws InvalidEmbeddingSetting
 */
export function openProvider(settings: ProviderSettings, io: Partial<EndpointIo> = {}): EmbeddingProvider {
  switch (settings.provider) {
    case 'feature-hashing':
      return featureHashing(settings);
    case 'openai-compatible':
      return openAiCompatible(settings, io);
    case 'transformers':
      return transformers(settings);
  }
}
