import { expect, test } from 'vitest';
import { type Behaviour, good, refuse } from '../testing/endpoint-server.ts';
import { failure, opened } from '../testing/opened-provider.ts';

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
