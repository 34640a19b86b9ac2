import { expect, test } from 'vitest';
import { testServer } from './test-server.ts';

test.each([
  ['what the global setup has started', { GODWIT_TEST_SERVER_KIND: 'docker' }, 'docker'],
  ['what it has started before the URL', { GODWIT_TEST_SERVER_KIND: 'embedded', GODWIT_TEST_DATABASE_URL: 'postgres://a/b' }, 'embedded'],
  ['the URL without a setup', { GODWIT_TEST_DATABASE_URL: 'postgres://a/b' }, 'url'],
  ['the embedded one without either', {}, 'embedded'],
])('is %s', (_, environment, kind) => {
  const server = testServer(environment);
  expect(server.kind).toBe(kind);
  expect([server.can('locks'), server.can('timeouts'), server.can('concurrency')]).toEqual(Array(3).fill(kind !== 'embedded'));
});
