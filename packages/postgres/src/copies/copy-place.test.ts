import { expect, test } from 'vitest';
import { templateName, workName } from './copy-place.ts';

test('names say what they are of and what they are for', () => {
  expect(workName({ prefix: 'app_shadow' }, '3f9a')).toBe('app_shadow_w_3f9a');
  expect(templateName({ prefix: 'app_shadow' }, '3f9a')).toBe('app_shadow_t_3f9a');
});

test('long prefixes that begin alike stay two, and none is longer than the server takes', () => {
  const names = ['a', 'b'].map((end) => workName({ prefix: `${'ünïcödé_'.repeat(6)}${end}` }, '0123456789abcdef'));
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(Buffer.byteLength(name)).toBeLessThan(64);
});
