import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

const COMMANDS = ['upgrade', 'downgrade', 'status', 'stamp', 'show'];

test('the nearest comes first, nothing far away comes at all', () => {
  expect(suggest('upgarde', COMMANDS)).toEqual(['upgrade']);
  expect(suggest('statsu', COMMANDS)[0]).toBe('status');
  expect(suggest('frobnicate', COMMANDS)).toEqual([]);
});

test('a part of a name finds it', () => {
  expect(suggest('ratings', ['000041-add-ratings', '000042-other'])).toEqual(['000041-add-ratings']);
});

test('upper and lower case are the same, duplicates count once, three at most', () => {
  expect(suggest('SHOW', ['show', 'show'])).toEqual(['show']);
  expect(suggest('aa', ['ab', 'ac', 'ad', 'ae'])).toHaveLength(3);
});
