import { expect, test } from 'vitest';
import { copyText } from './copy-text.ts';

const text = { name: 'a', isArray: false, isJson: false };
const json = { name: 'b', isArray: false, isJson: true };
const array = { name: 'c', isArray: true, isJson: false };

test('escapes what means something to COPY', () => {
  expect(copyText({ columns: [text], rows: [{ a: 'tab\there\nline\rreturn \\N' }] })).toBe('tab\\there\\nline\\rreturn \\\\N\n');
});

test('null and a key that is not there are null, and an empty text is not', () => {
  expect(copyText({ columns: [text, json, array], rows: [{ a: '', b: null }] })).toBe('\t\\N\t\\N\n');
});

test('the columns give the order, not the keys of a row', () => {
  expect(copyText({ columns: [text, array], rows: [{ c: [], a: 1 }] })).toBe('1\t{}\n');
});

test('a list is JSON, an array or a vector, as the column has it', () => {
  const list = ['say "hi"', null, 'back\\slash', ['x']];
  expect(copyText({ columns: [{ ...json, name: 'a' }], rows: [{ a: list }] })).toBe(
    '["say \\\\"hi\\\\"",null,"back\\\\\\\\slash",["x"]]\n',
  );
  expect(copyText({ columns: [{ ...array, name: 'a' }], rows: [{ a: list }] })).toBe(
    '{"say \\\\"hi\\\\"",NULL,"back\\\\\\\\slash",{"x"}}\n',
  );
  expect(copyText({ columns: [text], rows: [{ a: [0.5, -1, 2e-7] }] })).toBe('[0.5,-1,2e-7]\n');
});

test('an object in a column that is not JSON is a mistake', () => {
  expect(() => copyText({ columns: [text], rows: [{ a: { b: 1 } }] })).toThrow('column a');
});
