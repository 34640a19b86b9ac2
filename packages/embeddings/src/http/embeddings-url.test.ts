import { expect, test } from 'vitest';
import { embeddingsUrl } from './embeddings-url.ts';

test.each([
  ['https://host/v1', 'https://host/v1/embeddings'],
  ['https://host/v1/', 'https://host/v1/embeddings'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/embeddings'],
  ['https://host/v1/embeddings', 'https://host/v1/embeddings'],
  ['https://host/deployments/x?api-version=1#y', 'https://host/deployments/x/embeddings?api-version=1'],
])('%s is asked at %s', (baseUrl, url) => {
  expect(embeddingsUrl(baseUrl).href).toBe(url);
});

test.each(['', 'host/v1', 'postgres://host/db', 'file:///etc/passwd'])('%j is refused', (baseUrl) => {
  expect(() => embeddingsUrl(baseUrl)).toThrow(/^EMBEDDINGS_BASE_URL is no address/);
});
