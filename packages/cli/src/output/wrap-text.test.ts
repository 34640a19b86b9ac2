import { expect, test } from 'vitest';
import { wrapText } from './wrap-text.ts';

test('a sentence is broken at spaces, and its lines stand below its text', () => {
  expect(wrapText('one two three', 80)).toEqual(['one two three']);
  expect(wrapText('one two three', 13)).toEqual(['one two three']);
  expect(wrapText('one two three', 12)).toEqual(['one two', 'three']);
  expect(wrapText('  one two three', 8, 4)).toEqual(['  one', '    two', '    three']);
  expect(wrapText('  one two three', 9)).toEqual(['  one two', '  three']);
});

test('a long word stays whole, and two spaces are no place to break', () => {
  expect(wrapText('see 000001-create-the-books now', 10)).toEqual(['see', '000001-create-the-books', 'now']);
  expect(wrapText('it failed  GW500', 10)).toEqual(['it', 'failed  GW500']);
  expect(wrapText('', 10)).toEqual(['']);
});
