import { expect } from 'vitest';
import type { EndpointIo } from '../http/endpoint.ts';
import { openAiCompatible } from '../http/openai-compatible.ts';
import type { OpenAiCompatibleSettings } from '../http/openai-compatible-settings.ts';
import type { EmbeddingProvider } from '../provider.ts';
import { type Behaviour, type EndpointServer, withEndpoint } from './endpoint-server.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';

/** Of the provider; nobody may ever see it. */
export const KEY = 'sk-very-secret-0123456789';

export interface Opened extends EndpointServer {
  readonly provider: EmbeddingProvider;
  readonly clock: ManualClock;
}

/** A provider at a server with these behaviours, whose waits pass at once. */
export function opened<T>(
  behaviours: readonly Behaviour[],
  run: (opened: Opened) => Promise<T>,
  settings: Partial<OpenAiCompatibleSettings> = {},
  io: Partial<EndpointIo> = {},
): Promise<T> {
  const clock = manualClock();
  return withEndpoint(behaviours, (server) => {
    const provider = openAiCompatible(
      { baseUrl: server.baseUrl, model: 'small', dimensions: 3, ...settings },
      { environment: { EMBEDDINGS_API_KEY: KEY }, clock, random: () => 1, ...io },
    );
    return run({ ...server, provider, clock });
  });
}

/** The error of an `embed` that must fail; nobody may find the key in it. */
export async function failure(provider: EmbeddingProvider, texts: readonly string[] = ['one', 'two']): Promise<object> {
  const error: unknown = await provider.embed(texts).then(
    () => expect.unreachable('it gave vectors'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('it threw what is no error');
  expect(shown(error)).not.toContain(KEY);
  return error;
}

/** All that can be printed of an error and its causes. */
function shown(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return `${error.stack} ${JSON.stringify(error, Object.getOwnPropertyNames(error))} ${shown(error.cause)}`;
}
