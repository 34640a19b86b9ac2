import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosine } from '../testing/cosine.ts';
import { featureHashing } from './feature-hashing.ts';

/** How near two texts are. */
async function nearness(one: string, other: string, dimensions = 384): Promise<number> {
  const [a, b] = await featureHashing({ dimensions }).embed([one, other]);
  if (a === undefined || b === undefined) throw new Error('a vector is missing');
  return cosine(a, b);
}

/** Any code units, halves of surrogate pairs too. */
const anyText = fc.uint16Array({ maxLength: 30 }).map((units) => String.fromCharCode(...units));

test('any text has a vector of length 1, in any dimensions, alone as among others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), async (texts, dimensions) => {
      const provider = featureHashing({ dimensions });
      const vectors = await provider.embed(texts);
      expect(vectors).toHaveLength(texts.length);
      for (const [index, vector] of vectors.entries()) {
        expect(vector).toHaveLength(dimensions);
        expect(cosine(vector, vector)).toBeCloseTo(1, 5);
        expect(await provider.embed([texts[index] ?? ''])).toEqual([vector]);
      }
    }),
  );
});

test('the same everywhere and always: whoever changes this changes the name of the model too', async () => {
  const provider = featureHashing({ dimensions: 8 });
  const [vector] = await provider.embed(['A whale in the sea']);
  expect(provider.model).toBe('feature-hashing-1');
  expect(Array.from(vector ?? [], (value) => Number(value.toFixed(4)))).toEqual([
    0.4886, -0.1145, 0.078, -0.1672, 0.2899, 0.161, 0.0681, -0.7743,
  ]);
});

test('case, accents and forms of a letter make no difference', async () => {
  expect(await nearness('Émile ZOLA: ﬁction', 'emile zola – fiction!')).toBeCloseTo(1, 6);
  expect(await nearness('Straße', 'STRASSE')).toBeLessThan(1);
});

test('forms of a word are near, other words are not', async () => {
  expect(await nearness('whaling', 'whale')).toBeGreaterThan(0.2);
  expect(await nearness('detective', 'detectives')).toBeGreaterThan(0.6);
  expect(Math.abs(await nearness('detective', 'marriage'))).toBeLessThan(0.15);
});

test('what a text is about counts for more than its small words', async () => {
  const text = 'the shipwreck of the whaler';
  expect(await nearness(text, 'a whaler and his shipwreck')).toBeGreaterThan(await nearness(text, 'the price of the bread'));
});

test('a word said ten times does not drown the others', async () => {
  const repeated = `${'mutiny '.repeat(10)} lighthouse`;
  expect(await nearness(repeated, 'lighthouse')).toBeGreaterThan(0.2);
});

test('scripts without spaces are compared by their characters', async () => {
  expect(await nearness('吾輩は猫である', '猫である吾輩は')).toBeGreaterThan(0.7);
  expect(await nearness('PostgreSQL数据库', '数据库')).toBeGreaterThan(0.4);
  expect(Math.abs(await nearness('吾輩は猫である', '数据库'))).toBeLessThan(0.2);
});

test('texts without words are near each other and nothing else', async () => {
  expect(await nearness('', ' ?! ')).toBe(1);
  expect(Math.abs(await nearness('', 'a whale'))).toBeLessThan(0.3);
});

test('the caller can give up', async () => {
  const reason = new Error('given up');
  await expect(featureHashing({ dimensions: 8 }).embed(['a'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test.each([0, -1, 1.5, Number.NaN, 16_001])('%j dimensions are refused', (dimensions) => {
  expect(() => featureHashing({ dimensions })).toThrow(expect.objectContaining({ code: 'GW431', setting: 'dimensions' }));
});
