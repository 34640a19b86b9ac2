import pg from 'pg';
import { expect, test } from 'vitest';
import { parseServerVersion, serverVersion } from './server-version.ts';

test.each([
  ['17.5', 170005],
  ['17.11 (Debian 17.11-0+deb13u1)', 170011],
  ['15.18', 150018],
  ['18beta1', 180000],
  ['19devel', 190000],
])('%s is %i', (text, number) => {
  expect(parseServerVersion(text)).toBe(number);
});

test('a client of another making has no version to read', () => {
  expect(() => serverVersion(new pg.Client())).toThrow(TypeError);
});
