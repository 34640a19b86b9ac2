import { expect, test } from 'vitest';
import { cut, cutShort, good, refuse, silence, withEndpoint } from '../testing/endpoint-server.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { failure, opened } from '../testing/opened-provider.ts';
import { openAiCompatible } from './openai-compatible.ts';

test.each([
  ['408', refuse(408, 'slow'), [500, 1000]],
  ['409', refuse(409, 'conflict'), [500, 1000]],
  ['429', refuse(429, 'slower'), [500, 1000]],
  ['429 that asks for no wait', refuse(429, 'slower', { 'retry-after': '0' }), [500, 1000]],
  ['500', refuse(500, 'oops'), [500, 1000]],
  ['503 with Retry-After in seconds', refuse(503, 'overloaded', { 'retry-after': '7' }), [7000, 7000]],
  ['429 with Retry-After as a date', refuse(429, 'slower', { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }), [9000]],
  ['a cut connection', cut, [500, 1000]],
  ['an answer that breaks off', cutShort, [500, 1000]],
])('after %s the request is sent again', (_name, behaviour, slept) =>
  opened(
    [...slept.map(() => behaviour), good],
    async ({ provider, clock, requests }) => {
      expect(await provider.embed(['four'])).toEqual([Float32Array.of(4, 0.5, -1)]);
      expect(clock.slept).toEqual(slept);
      expect(requests).toHaveLength(slept.length + 1);
    },
    { concurrency: 1 },
  ),
);

test('pauses grow to half a minute and are taken from their upper half', () =>
  opened(
    [refuse(500, 'oops')],
    async ({ provider, clock }) => {
      await failure(provider);
      expect(clock.slept).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000]);
    },
    { attempts: 9 },
    { random: () => 0 },
  ));

test('a silent endpoint is asked again, then given up', () =>
  opened(
    [silence],
    async ({ provider }) => {
      expect(await failure(provider)).toMatchObject({
        code: 'GW436',
        message: expect.stringMatching(/127\.0\.0\.1:\d+\/v1\/embeddings did not answer within 0\.05 s/),
        details: ['tried 2 times'],
        attempts: 2,
      });
    },
    { timeoutMs: 50, attempts: 2 },
  ));

test('nobody listens', async () => {
  const { baseUrl } = await withEndpoint([good], async (server) => server);
  const provider = openAiCompatible({ baseUrl, model: 'small', dimensions: 3 }, { environment: {}, clock: manualClock() });
  const error = await failure(provider);
  expect(error).toMatchObject({
    code: 'GW435',
    details: [expect.stringMatching(/^connect ECONNREFUSED 127/), 'tried 6 times'],
    help: expect.stringContaining(`curl -i ${baseUrl}/embeddings`),
  });
});
