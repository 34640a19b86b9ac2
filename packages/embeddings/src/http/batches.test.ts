import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batches, halves } from './batches.ts';

const limits = fc.record({ batchTexts: fc.integer({ min: 1, max: 5 }), batchCharacters: fc.integer({ min: 1, max: 20 }) });

test('batches hold all texts in order, each within both limits, and none could take the next text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 25 })), limits, (texts, { batchTexts, batchCharacters }) => {
      const made = [...batches(texts, { batchTexts, batchCharacters })];
      expect(made.flatMap((batch) => batch.texts)).toEqual(texts);
      let place = 0;
      for (const { first, texts: inside } of made) {
        expect(first).toBe(place);
        place += inside.length;
        const characters = inside.join('').length;
        expect(inside.length).toBeLessThanOrEqual(batchTexts);
        expect(characters <= batchCharacters || inside.length === 1).toBe(true);
        const next = texts[place];
        if (next !== undefined) expect(inside.length === batchTexts || characters + next.length > batchCharacters).toBe(true);
      }
    }),
  );
});

test('halves keep the place of their first text', () => {
  expect(halves({ first: 7, texts: ['a', 'b', 'c'] })).toEqual([
    { first: 7, texts: ['a', 'b'] },
    { first: 9, texts: ['c'] },
  ]);
});
