import { applyPlaceholders } from '@godwit/history';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originalOffset } from './original-offset.ts';

const placeholders = { ':SHORT': 'a much longer value', ':LONGER_NAME': '', ':DATABASE_NAME': 'db' };

test('finds a place outside placeholders again, whatever their values are', () => {
  const piece = fc.oneof(fc.constantFrom(...Object.keys(placeholders)), fc.stringMatching(/^[a-z ,;é]{1,6}$/));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const body = pieces.join(' ');
      const compiled = applyPlaceholders(body, placeholders);
      // A mark that no placeholder makes stands at the same place in both.
      const marked = `${body} @ rest`;
      const at = applyPlaceholders(marked, placeholders).indexOf('@');
      expect(at).toBe(compiled.length + 1);
      expect(originalOffset(marked, placeholders, at)).toBe(marked.indexOf('@'));
    }),
  );
});

test('a place inside a value is the beginning of its placeholder', () => {
  const body = 'select :SHORT from t';
  expect(originalOffset(body, placeholders, 'select a mu'.length)).toBe('select '.length);
});
