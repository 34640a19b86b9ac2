import { expect, test } from 'vitest';
import { isNamed } from './is-named.ts';

test.each([
  ['000018-add-ratings', true],
  ['add-ratings', true],
  ['18', true],
  ['0018', true],
  ['000018', true],
  ['180', false],
  ['ratings', false],
  ['000019-add-ratings', false],
  ['', false],
])('%j means 000018-add-ratings: %s', (text, means) => {
  expect(isNamed('000018-add-ratings', text)).toBe(means);
});
