import { expect, test } from 'vitest';
import { answer, type Behaviour, refuse } from '../testing/endpoint-server.ts';
import { failure, KEY, opened } from '../testing/opened-provider.ts';

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

function data(...entries: readonly (readonly [index: number, embedding: readonly unknown[]])[]): Behaviour {
  return answer(200, JSON.stringify({ data: entries.map(([index, embedding]) => ({ index, embedding })) }));
}
