import { EmptyText } from '../errors/answer-errors.ts';
import type { EmbeddingProvider } from '../provider.ts';
import { createSlots } from '../slots.ts';
import { batches } from './batches.ts';
import { createEndpoint, type EndpointIo } from './endpoint.ts';
import type { OpenAiCompatibleSettings } from './openai-compatible-settings.ts';
import { createPace } from './pace.ts';
import { sendBatch } from './send-batch.ts';

/**
 * Vectors from any server that answers `POST …/embeddings` as OpenAI's does. Requests keep to the limits over all calls of one provider, and
 * are sent again where that may help: after 408, 409, 429 and 5xx, a broken connection, and silence.
 *
 * @param io the machine's own unless given. The key is read once, here, from `io.environment`
 * @throws InvalidEmbeddingSetting
 */
export function openAiCompatible(settings: OpenAiCompatibleSettings, io: Partial<EndpointIo> = {}): EmbeddingProvider {
  const endpoint = createEndpoint(settings, io);
  const { model, dimensions, sendDimensions, concurrency, requestsPerMinute, textsPerMinute } = endpoint;
  const { clock } = endpoint.io;
  const paced = { endpoint, requests: createPace(requestsPerMinute, clock), texts: createPace(textsPerMinute, clock) };
  const slots = createSlots(concurrency);
  return {
    name: 'openai-compatible',
    // A shortened vector is another one than the model's own.
    model: sendDimensions ? `${model} ${dimensions}` : model,
    dimensions,
    async embed(texts, { signal } = {}) {
      const empty = texts.findIndex((text) => text.trim() === '');
      if (empty !== -1) throw new EmptyText(empty);
      return allOrNothing(signal, (stop) =>
        Array.from(batches(texts, endpoint), (batch) => slots(stop, () => sendBatch(paced, batch, stop))),
      );
    },
  };
}

/** Waits for all parts, so that none goes on behind the caller's back; the first failure stops the others and is thrown. */
async function allOrNothing<T>(
  signal: AbortSignal | undefined,
  begin: (stop: AbortSignal) => readonly Promise<readonly T[]>[],
): Promise<readonly T[]> {
  const failure = new AbortController();
  const parts = begin(signal === undefined ? failure.signal : AbortSignal.any([signal, failure.signal]));
  // The first reason is the one that stays.
  for (const part of parts) part.catch((error: unknown) => failure.abort(error));
  await Promise.allSettled(parts);
  signal?.throwIfAborted();
  failure.signal.throwIfAborted();
  return (await Promise.all(parts)).flat();
}
