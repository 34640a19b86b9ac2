import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const NOW = Date.UTC(2026, 0, 1, 0, 0, 0);

test.each([
  ['0', 0],
  [' 7 ', 7000],
  ['1.5', 1500],
  ['Thu, 01 Jan 2026 00:00:09 GMT', 9000],
  ['Thursday, 01-Jan-26 00:00:09 GMT', 9000],
  ['Wed, 31 Dec 2025 23:59:59 GMT', 0],
  [null, undefined],
  ['', undefined],
  ['-1', undefined],
  ['soon', undefined],
  ['Thu, 99 Jan 2026', undefined],
])('%j asks for %j ms', (header, expected) => {
  expect(retryAfterMs(header, NOW)).toBe(expected);
});
