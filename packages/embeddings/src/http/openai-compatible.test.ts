import { expect, test } from 'vitest';
import { type Behaviour, good } from '../testing/endpoint-server.ts';
import { latch } from '../testing/latch.ts';
import { KEY, opened } from '../testing/opened-provider.ts';
import { openAiCompatible } from './openai-compatible.ts';
import type { OpenAiCompatibleSettings } from './openai-compatible-settings.ts';

test('a vector for each text, in the order of the texts and not of the answer', () => {
  const backwards: Behaviour = ({ input }, response) => {
    const data = input.map(({ length }, index) => ({ index, embedding: [length, 0, 0] })).toReversed();
    response.end(JSON.stringify({ data }));
  };
  return opened([backwards], async ({ provider, requests }) => {
    expect(await provider.embed(['a', 'bb', 'ccc'])).toEqual([1, 2, 3].map((length) => Float32Array.of(length, 0, 0)));
    expect(requests).toEqual([{ path: '/v1/embeddings', authorization: `Bearer ${KEY}`, model: 'small', input: ['a', 'bb', 'ccc'] }]);
    expect(await provider.embed([])).toEqual([]);
    expect(requests).toHaveLength(1);
  });
});

test('the key comes from the named variable, and without one none is sent', async () => {
  const sent = (settings: Partial<OpenAiCompatibleSettings>, environment: Record<string, string>): Promise<string | undefined> =>
    opened(
      [good],
      async ({ provider, requests }) => {
        await provider.embed(['a']);
        return requests[0]?.authorization;
      },
      settings,
      { environment },
    );
  expect(await sent({ keyVariable: 'OTHER_KEY' }, { OTHER_KEY: 'abc', EMBEDDINGS_API_KEY: 'def' })).toBe('Bearer abc');
  expect(await sent({}, {})).toBeUndefined();
});

test('dimensions are asked for only when that is set, and make another model of it', () =>
  opened(
    [good],
    async ({ provider, requests }) => {
      await provider.embed(['a']);
      expect(requests[0]).toMatchObject({ dimensions: 3 });
      expect(provider.model).toBe('small 3');
    },
    { sendDimensions: true },
  ));

test('requests keep to the number of texts and of characters', () =>
  opened(
    [good],
    async ({ provider, requests }) => {
      const texts = ['1', '22', '333', '4444', 'longer than all of it', '55555'];
      expect((await provider.embed(texts)).map(([length]) => length)).toEqual(texts.map(({ length }) => length));
      expect(requests.map(({ input }) => input)).toEqual([['1', '22'], ['333', '4444'], ['longer than all of it'], ['55555']]);
    },
    { batchTexts: 2, batchCharacters: 8, concurrency: 1 },
  ));

test('so many requests are under way at once and no more, over all calls', async () => {
  let underWay = 0;
  let most = 0;
  const two = latch();
  const counting: Behaviour = async (request, response) => {
    underWay++;
    most = Math.max(most, underWay);
    if (underWay === 2) two.open();
    await two.opened;
    underWay--;
    await good(request, response);
  };
  await opened(
    [counting],
    async ({ provider, requests }) => {
      const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`);
      const [first, second] = await Promise.all([provider.embed(texts), provider.embed(texts)]);
      expect(first).toHaveLength(20);
      expect(second).toHaveLength(20);
      expect(requests).toHaveLength(40);
    },
    { batchTexts: 1, concurrency: 2 },
  );
  expect(most).toBe(2);
});

test('requests and texts are spread over the minute', () =>
  opened(
    [good],
    async ({ provider, clock }) => {
      const start = clock.now();
      await provider.embed(Array.from({ length: 12 }, () => 'text'));
      // Three requests of four texts: the third goes when the eight before it are paid for.
      expect(clock.now() - start).toBe(8000);
    },
    { requestsPerMinute: 60, textsPerMinute: 60, batchTexts: 4, concurrency: 1 },
  ));

test('what holds a secret by mistake is refused without repeating it', () => {
  const open = (settings: Partial<OpenAiCompatibleSettings>, key?: string) => () =>
    openAiCompatible(
      { baseUrl: 'https://host/v1', model: 'small', dimensions: 3, ...settings },
      { environment: { EMBEDDINGS_API_KEY: key } },
    );
  expect(open({}, `${KEY}\n`)).toThrow(
    /^EMBEDDINGS_API_KEY holds a character that no key has: a space, a line break, a letter with an accent$/,
  );
  expect(open({ baseUrl: `https://me:${KEY}@host/v1` })).toThrow(/^EMBEDDINGS_BASE_URL holds a user or a password$/);
  expect(open({ baseUrl: `${KEY}` })).toThrow(/^EMBEDDINGS_BASE_URL is no address that begins with http:\/\/ or https:\/\/$/);
});
