import { type Clock, systemClock } from '../clock.ts';
import type { EndpointFacts } from '../errors/endpoint-error.ts';
import { InvalidEmbeddingSetting } from '../errors/settings-errors.ts';
import { requireDimensions } from '../settings/require-dimensions.ts';
import { embeddingsUrl } from './embeddings-url.ts';
import type { OpenAiCompatibleSettings } from './openai-compatible-settings.ts';

/** The world outside, as far as a provider needs it; a test brings another clock. */
export interface EndpointIo {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** An endpoint with all its settings decided. */
export interface Endpoint {
  readonly address: URL;
  readonly key: string | undefined;
  /** For errors. */
  readonly facts: EndpointFacts;
  readonly model: string;
  readonly dimensions: number;
  readonly sendDimensions: boolean;
  readonly batchTexts: number;
  readonly batchCharacters: number;
  readonly concurrency: number;
  readonly requestsPerMinute: number | undefined;
  readonly textsPerMinute: number | undefined;
  readonly timeoutMs: number;
  readonly attempts: number;
  readonly longestWaitMs: number;
  readonly io: EndpointIo;
}

/** @throws InvalidEmbeddingSetting */
export function createEndpoint(settings: OpenAiCompatibleSettings, io: Partial<EndpointIo>): Endpoint {
  const { dimensions, model, sendDimensions = false, keyVariable = 'EMBEDDINGS_API_KEY' } = settings;
  requireDimensions(dimensions);
  if (model.trim() === '' || model.includes('\n')) {
    throw new InvalidEmbeddingSetting(
      'EMBEDDINGS_MODEL',
      'names no model',
      'It is the name that the endpoint knows: text-embedding-3-small.',
    );
  }
  const address = embeddingsUrl(settings.baseUrl);
  const environment = io.environment ?? process.env;
  const key = readKey(keyVariable, environment[keyVariable]);
  const textsPerMinute = atLeastOne('textsPerMinute', settings.textsPerMinute);
  return {
    address,
    model,
    dimensions,
    sendDimensions,
    key,
    facts: { url: address.origin + address.pathname, model, keyVariable, hasKey: key !== undefined },
    // A request with more texts than a minute may have would never be let through.
    batchTexts: Math.min(atLeastOne('batchTexts', settings.batchTexts) ?? 96, textsPerMinute ?? Number.POSITIVE_INFINITY),
    batchCharacters: atLeastOne('batchCharacters', settings.batchCharacters) ?? 100_000,
    concurrency: atLeastOne('concurrency', settings.concurrency) ?? 4,
    requestsPerMinute: atLeastOne('requestsPerMinute', settings.requestsPerMinute),
    textsPerMinute,
    timeoutMs: atLeastOne('timeoutMs', settings.timeoutMs) ?? 60_000,
    attempts: atLeastOne('attempts', settings.attempts) ?? 6,
    longestWaitMs: atLeastOne('longestWaitMs', settings.longestWaitMs) ?? 120_000,
    io: { environment, fetch: io.fetch ?? globalThis.fetch, clock: io.clock ?? systemClock, random: io.random ?? Math.random },
  };
}

/** A key that no HTTP header can hold is found here: the error of `fetch` would repeat it. */
function readKey(variable: string, key: string | undefined): string | undefined {
  if (key === undefined || key === '') return undefined;
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new InvalidEmbeddingSetting(
    variable,
    'holds a character that no key has: a space, a line break, a letter with an accent',
    `Set it anew, without what stands around the key:\n  export ${variable}="$(tr -d '[:space:]' < key.txt)"`,
  );
}

function atLeastOne(setting: string, value: number | undefined): number | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= 1)) return value;
  throw new InvalidEmbeddingSetting(setting, `is no whole number from 1: ${value}`, 'Leave it out for the default.');
}
