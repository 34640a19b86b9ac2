import { expect, test } from 'vitest';
import { withEndpoint } from '../testing/endpoint-server.ts';
import { providerFromEnvironment } from './provider-from-environment.ts';

const open = (environment: Readonly<Record<string, string>>) => providerFromEnvironment(environment, { dimensions: 3 });

test('feature hashing when nothing is said, or set to nothing', () => {
  expect(open({})).toMatchObject({ name: 'feature-hashing', model: 'feature-hashing-1', dimensions: 3 });
  expect(open({ EMBEDDINGS_PROVIDER: '', EMBEDDINGS_MODEL: ' ' })).toMatchObject({ name: 'feature-hashing' });
  expect(open({ EMBEDDINGS_PROVIDER: 'feature-hashing', EMBEDDINGS_MODEL: 'x' })).toMatchObject({ name: 'feature-hashing' });
});

test('an endpoint with its settings', () =>
  withEndpoint([], async ({ baseUrl, requests }) => {
    const provider = open({
      EMBEDDINGS_PROVIDER: 'openai-compatible',
      EMBEDDINGS_BASE_URL: baseUrl,
      EMBEDDINGS_MODEL: 'small',
      EMBEDDINGS_API_KEY: 'abc',
      EMBEDDINGS_SEND_DIMENSIONS: 'true',
      EMBEDDINGS_BATCH_TEXTS: '1',
    });
    expect(provider).toMatchObject({ name: 'openai-compatible', model: 'small 3', dimensions: 3 });
    expect(await provider.embed(['a', 'bb'])).toHaveLength(2);
    expect(requests).toMatchObject([
      { model: 'small', dimensions: 3, authorization: 'Bearer abc' },
      { model: 'small', dimensions: 3 },
    ]);
  }));

test('a local model says in its name how it is run', () => {
  const local = { EMBEDDINGS_PROVIDER: 'transformers', EMBEDDINGS_MODEL: 'Xenova/all-MiniLM-L6-v2' };
  expect(open(local)).toMatchObject({ name: 'transformers', model: 'Xenova/all-MiniLM-L6-v2 fp32 mean', dimensions: 3 });
  expect(open({ ...local, EMBEDDINGS_DTYPE: 'q8', EMBEDDINGS_POOLING: 'cls', EMBEDDINGS_REVISION: 'v2' })).toMatchObject({
    model: 'Xenova/all-MiniLM-L6-v2 q8 cls v2',
  });
});

const endpoint = { EMBEDDINGS_PROVIDER: 'openai-compatible', EMBEDDINGS_BASE_URL: 'http://host/v1', EMBEDDINGS_MODEL: 'small' };
const model = { EMBEDDINGS_PROVIDER: 'transformers', EMBEDDINGS_MODEL: 'a/b' };

test.each<[environment: Readonly<Record<string, string>>, message: string, help: string]>([
  [{ EMBEDDINGS_PROVIDER: 'openai' }, 'EMBEDDINGS_PROVIDER names no provider: openai', 'did you mean openai-compatible?'],
  [{ EMBEDDINGS_PROVIDER: 'hashing' }, 'EMBEDDINGS_PROVIDER names no provider: hashing', 'did you mean feature-hashing?'],
  [
    { EMBEDDINGS_PROVIDER: 'cohere' },
    'EMBEDDINGS_PROVIDER names no provider: cohere',
    'Write one of feature-hashing, openai-compatible, transformers.',
  ],
  [
    { EMBEDDINGS_BASE_URL: 'http://host/v1' },
    'EMBEDDINGS_PROVIDER is not set, and EMBEDDINGS_BASE_URL is',
    'EMBEDDINGS_PROVIDER=openai-compatible',
  ],
  [{ EMBEDDINGS_API_KEY: 'abc' }, 'EMBEDDINGS_PROVIDER is not set, and EMBEDDINGS_API_KEY is', 'EMBEDDINGS_PROVIDER=openai-compatible'],
  [{ EMBEDDINGS_PROVIDER: 'openai-compatible' }, 'EMBEDDINGS_BASE_URL is not set', 'export EMBEDDINGS_BASE_URL=https://api.openai.com/v1'],
  [{ ...endpoint, EMBEDDINGS_MODEL: '' }, 'EMBEDDINGS_MODEL is not set', 'export EMBEDDINGS_MODEL=text-embedding-3-small'],
  [{ ...endpoint, EMBEDDINGS_BATCH_TEXTS: '0' }, 'EMBEDDINGS_BATCH_TEXTS is no whole number from 1: 0', 'export EMBEDDINGS_BATCH_TEXTS=60'],
  [{ ...endpoint, EMBEDDINGS_TIMEOUT: '1 min' }, 'EMBEDDINGS_TIMEOUT is no whole number from 1: 1 min', 'export EMBEDDINGS_TIMEOUT=60'],
  [
    { ...endpoint, EMBEDDINGS_SEND_DIMENSIONS: 'on' },
    'EMBEDDINGS_SEND_DIMENSIONS is neither true nor false: on',
    'export EMBEDDINGS_SEND_DIMENSIONS=true',
  ],
  [{ ...model, EMBEDDINGS_MODEL: '' }, 'EMBEDDINGS_MODEL is not set', 'export EMBEDDINGS_MODEL=Xenova/all-MiniLM-L6-v2'],
  [
    { ...model, EMBEDDINGS_DTYPE: 'fp23' },
    'EMBEDDINGS_DTYPE is none of fp32, fp16, q8, int8, uint8, q4, q4f16, bnb4: fp23',
    'did you mean fp16, fp32?',
  ],
  [
    { ...model, EMBEDDINGS_POOLING: 'first-word' },
    'EMBEDDINGS_POOLING is none of mean, cls, last_token: first-word',
    'export EMBEDDINGS_POOLING=mean',
  ],
])('%j is refused', (environment, message, help) => {
  expect(() => open(environment)).toThrow(expect.objectContaining({ message, help: expect.stringContaining(help) }));
});
