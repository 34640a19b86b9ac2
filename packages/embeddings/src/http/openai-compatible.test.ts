import { expect, test } from 'vitest';
import type { EmbeddingProvider } from '../provider.ts';
import {
  answer,
  type Behaviour,
  cut,
  cutShort,
  type EndpointServer,
  good,
  refuse,
  silence,
  withEndpoint,
} from '../testing/endpoint-server.ts';
import { latch } from '../testing/latch.ts';
import { type ManualClock, manualClock } from '../testing/manual-clock.ts';
import type { EndpointIo } from './endpoint.ts';
import { openAiCompatible } from './openai-compatible.ts';
import type { OpenAiCompatibleSettings } from './openai-compatible-settings.ts';

const KEY = 'sk-very-secret-0123456789';

interface Opened extends EndpointServer {
  readonly provider: EmbeddingProvider;
  readonly clock: ManualClock;
}

/** A provider at a server with these behaviours, whose waits pass at once. */
function opened<T>(
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
async function failure(provider: EmbeddingProvider, texts: readonly string[] = ['one', 'two']): Promise<object> {
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
    async ({ provider, requests }) => {
      expect(await failure(provider)).toMatchObject({
        code: 'GW436',
        message: expect.stringMatching(/127\.0\.0\.1:\d+\/v1\/embeddings did not answer within 0\.05 s/),
        details: ['tried 2 times'],
        attempts: 2,
      });
      expect(requests).toHaveLength(2);
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

test.each<[name: string, behaviour: Behaviour, error: object]>([
  [
    '401',
    refuse(401, `Incorrect API key provided: ${KEY}.`),
    {
      code: 'GW432',
      message: expect.stringMatching(/refuses the key in EMBEDDINGS_API_KEY$/),
      details: ['it answered 401: Incorrect API key provided: ***.'],
      help: expect.stringContaining('export EMBEDDINGS_API_KEY=…'),
    },
  ],
  ['403', refuse(403, 'not yours'), { code: 'GW432', details: ['it answered 403: not yours'] }],
  [
    '429 to the end',
    refuse(429, 'slower', { 'retry-after': '20' }),
    {
      code: 'GW433',
      message: expect.stringMatching(/^Too many requests to http.*embeddings: it asks to wait 20 s$/),
      details: ['it answered 429: slower', 'tried 6 times'],
      waitMs: 20_000,
    },
  ],
  [
    '429 with a wait that is too long',
    refuse(429, 'tomorrow', { 'retry-after': '3600' }),
    { code: 'GW433', attempts: 1, waitMs: 3_600_000, help: expect.stringContaining('Go on after 3600 s') },
  ],
  [
    'a spent quota',
    answer(
      429,
      JSON.stringify({ error: { message: 'You exceeded your current quota', type: 'insufficient_quota', code: 'insufficient_quota' } }),
    ),
    { code: 'GW433', attempts: 1, message: expect.stringContaining('quota of the key in EMBEDDINGS_API_KEY is spent') },
  ],
  ['500 to the end', refuse(500, 'oops'), { code: 'GW434', status: 500, attempts: 6, details: ['it answered 500: oops', 'tried 6 times'] }],
  [
    'an unknown model',
    refuse(404, 'The model small does not exist'),
    { code: 'GW442', details: ['it answered 404: The model small does not exist'], help: expect.stringContaining('EMBEDDINGS_MODEL') },
  ],
  [
    'a redirect',
    answer(301, '', { location: 'https://elsewhere.example/v1/embeddings' }),
    { code: 'GW442', details: ['it answered 301 and said nothing'], help: expect.stringContaining('EMBEDDINGS_BASE_URL') },
  ],
  ['an empty body', answer(200, ' \n'), { code: 'GW437', message: expect.stringMatching(/answered with nothing$/) }],
  [
    'a page',
    answer(200, `<html>\n<body>Welcome, ${KEY}</body>`),
    { code: 'GW438', details: ['it is no JSON', 'it begins: <html> <body>Welcome, ***</body>'] },
  ],
  ['another shape', answer(200, '{"result": []}'), { code: 'GW438', problem: 'data is not what it should be, a list of embeddings' }],
  ['null', answer(200, 'null'), { code: 'GW438', problem: 'the answer is not what it should be, a list of embeddings' }],
  [
    'one vector for two texts',
    answer(200, '{"data": [{"index": 0, "embedding": [1, 2, 3]}]}'),
    { code: 'GW438', problem: 'it has 1 embeddings for 2 texts' },
  ],
  ['one index twice', data([1, [1, 2, 3]], [1, [1, 2, 3]]), { code: 'GW438', problem: 'two embeddings have the index 1' }],
  ['an index too high', data([0, [1, 2, 3]], [2, [1, 2, 3]]), { code: 'GW438', problem: 'an embedding has the index 2 of 2 texts' }],
  ['NaN', answer(200, '{"data": [{"embedding": [1, 2, NaN]}, {"embedding": [1, 2, 3]}]}'), { code: 'GW438', problem: 'it is no JSON' }],
  [
    'null for a number',
    data([0, [1, 2, 3]], [1, [1, null, 3]]),
    { code: 'GW438', problem: 'embedding 1 has null where number 1 should be' },
  ],
  [
    'more than 32 bits hold',
    data([0, [1, 2, 3]], [1, [1, 2, 1e39]]),
    { code: 'GW438', problem: 'embedding 1 has 1e+39 where number 2 should be' },
  ],
  [
    'other dimensions',
    data([0, [1, 2]], [1, [1, 2]]),
    {
      code: 'GW439',
      message: 'small gives vectors of 2 dimensions, and 3 are wanted',
      expected: 3,
      got: 2,
      help: expect.stringMatching(/EMBEDDINGS_MODEL.*vector\(2\)[\s\S]*EMBEDDINGS_SEND_DIMENSIONS=true/),
    },
  ],
])('%s is an error of its own', (_name, behaviour, expected) =>
  opened([behaviour], async ({ provider }) => {
    expect(await failure(provider)).toMatchObject(expected);
  }),
);

test('401 without a key says which variable to set', () =>
  opened(
    [refuse(401, 'key, please')],
    async ({ provider }) => {
      expect(await failure(provider)).toMatchObject({
        code: 'GW432',
        message: expect.stringMatching(/asks for a key, and OPENAI_API_KEY is not set$/),
        help: 'export OPENAI_API_KEY=…',
      });
    },
    { keyVariable: 'OPENAI_API_KEY' },
    { environment: {} },
  ));

/** Takes texts of up to ten characters, and three of them at once. */
const narrow: Behaviour = (request, response) => {
  if (request.input.length > 3) return refuse(422, 'batch size 8 > maximum allowed batch size 3')(request, response);
  if (request.input.some(({ length }) => length > 10))
    return refuse(400, "This model's maximum context length is 10 tokens")(request, response);
  return good(request, response);
};

test('a request that is too large is divided', () =>
  opened([narrow], async ({ provider }) => {
    const texts = Array.from({ length: 8 }, (_, index) => 'x'.repeat(index + 1));
    expect((await provider.embed(texts)).map(([length]) => length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  }));

test('a text that is too long by itself is named', () =>
  opened([narrow], async ({ provider }) => {
    const texts = Array.from({ length: 8 }, (_, index) => (index === 5 ? 'x'.repeat(1234) : 'short'));
    expect(await failure(provider, texts)).toMatchObject({
      code: 'GW440',
      index: 5,
      message: 'Text 5 of 1,234 characters is too long for small',
      details: ["it answered 400: This model's maximum context length is 10 tokens"],
    });
  }));

test('an empty text is named before anything is sent', () =>
  opened([good], async ({ provider, requests }) => {
    expect(await failure(provider, ['a', ' \n'])).toMatchObject({ code: 'GW441', index: 1 });
    expect(requests).toEqual([]);
  }));

test('the first failure ends the other requests of its call', () =>
  opened(
    [silence, refuse(401, 'no')],
    async ({ provider, requests }) => {
      expect(await failure(provider)).toMatchObject({ code: 'GW432' });
      expect(requests).toHaveLength(2);
    },
    { batchTexts: 1, concurrency: 2 },
  ));

test('the caller can give up: while it is silent, while it waits, while others are before it', async () => {
  const reason = new Error('given up');
  const asked = new AbortController();
  const abort: Behaviour = () => asked.abort(reason);
  await opened([abort], async ({ provider, requests }) => {
    await expect(provider.embed(['a'], { signal: asked.signal })).rejects.toBe(reason);
    await expect(provider.embed(['a'], { signal: asked.signal })).rejects.toBe(reason);
    expect(requests).toHaveLength(1);
  });
  const waiting = new AbortController();
  const sleep = async (_ms: number, signal: AbortSignal | undefined): Promise<void> => {
    waiting.abort(reason);
    signal?.throwIfAborted();
  };
  await opened(
    [refuse(503, 'later')],
    async ({ provider }) => {
      await expect(provider.embed(['a'], { signal: waiting.signal })).rejects.toBe(reason);
    },
    {},
    { clock: { now: () => 0, sleep } },
  );
  const queued = new AbortController();
  const arrived = latch();
  const stop = new AbortController();
  const hold: Behaviour = () => arrived.open();
  await opened(
    [hold],
    async ({ provider, requests }) => {
      const first = provider.embed(['a'], { signal: stop.signal });
      await arrived.opened;
      const second = provider.embed(['b'], { signal: queued.signal });
      queued.abort(reason);
      await expect(second).rejects.toBe(reason);
      expect(requests).toHaveLength(1);
      stop.abort(reason);
      await expect(first).rejects.toBe(reason);
    },
    { concurrency: 1 },
  );
});

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

function data(...entries: readonly (readonly [index: number, embedding: readonly unknown[]])[]): Behaviour {
  return answer(200, JSON.stringify({ data: entries.map(([index, embedding]) => ({ index, embedding })) }));
}
