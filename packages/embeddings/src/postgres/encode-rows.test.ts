import { expect, test } from 'vitest';
import { encodeRows } from './encode-rows.ts';
import type { KeyType, KeyValue, VectorRow } from './vector-rows.ts';

const encode = (rows: Iterable<VectorRow>, type: KeyType, dimensions: number): readonly Buffer[] => [
  ...encodeRows(rows, { key: [{ name: 'k', type }], dimensions }),
];

test('many rows come in chunks of bounded size, one that is larger by itself too', () => {
  const vector = new Float32Array(10_000).fill(0.5);
  const rows = Array.from({ length: 30 }, (_, index) => ({ key: ['x'.repeat(index === 7 ? 200_000 : 5)], sourceHash: 'h', vector }));
  const chunks = encode(rows, 'text', 10_000);
  const [largest = 0, ...others] = chunks.map(({ length }) => length).toSorted((a, b) => b - a);
  expect(largest).toBeGreaterThan(200_000);
  expect(others.every((length) => length <= 256 * 1024)).toBe(true);
  expect(chunks.length).toBeGreaterThan(5);
});

const vector = Float32Array.of(1);

test.each<[KeyType, KeyValue]>([
  ['int4', 2 ** 31],
  ['int4', 1.5],
  ['int4', 1n],
  ['int8', 2 ** 53],
  ['int8', 2n ** 63n],
  ['int8', '1'],
  ['uuid', 'not-a-uuid'],
  ['uuid', 1],
  ['text', 1],
])('a key that is no %s: %s', (type, value) => {
  const rows = [0, 1].map((row) => ({
    key: row === 1 ? [value] : [type === 'text' ? 'a' : type === 'uuid' ? 'a'.repeat(32) : 1],
    sourceHash: '',
    vector,
  }));
  expect(() => encode(rows, type, 1)).toThrow(
    expect.objectContaining({ code: 'GW447', message: `Row 1 has a key that is no ${type} in k` }),
  );
});

test('a key that is missing, a vector of another length', () => {
  expect(() => encode([{ key: [], sourceHash: '', vector }], 'int4', 1)).toThrow(expect.objectContaining({ code: 'GW447' }));
  expect(() => encode([{ key: [1], sourceHash: '', vector }], 'int4', 3)).toThrow(
    expect.objectContaining({ code: 'GW446', message: 'Row 0 has a vector of 1 dimensions for vector(3)' }),
  );
});
