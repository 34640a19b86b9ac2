import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

const long = 't'.repeat(500);

test('two values that begin alike are shown where they part', () => {
  expect(excerptOf({ before: `${long}A`, after: `${long}B` })).toEqual({ before: `…${'t'.repeat(20)}A`, after: `…${'t'.repeat(20)}B` });
  expect(excerptOf({ before: `${long}the end`, after: long })).toEqual({
    before: `…${'t'.repeat(20)}the end`,
    after: `…${'t'.repeat(20)}`,
  });
});

test('others from their beginning, as much as anybody reads', () => {
  expect(excerptOf({ before: long, after: null })).toEqual({ before: 't'.repeat(80), after: null });
  expect(excerptOf({ before: `A${long}`, after: `B${long}` })).toEqual({ before: `A${'t'.repeat(79)}`, after: `B${'t'.repeat(79)}` });
  expect(excerptOf({ before: '1042', after: '104' })).toEqual({ before: '1042', after: '104' });
});
