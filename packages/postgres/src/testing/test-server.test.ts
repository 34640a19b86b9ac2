import { expect, test } from 'vitest';
import { testServer } from './test-server.ts';

test("the runner's server goes before the URL of the environment, and neither is an error", () => {
  const both = {
    GODWIT_TEST_SERVER_URL: 'postgres://a/one',
    GODWIT_TEST_DATABASE_URL: 'postgres://b/two',
    GODWIT_TEST_SERVER_KIND: 'embedded',
  };
  expect(testServer(both)).toMatchObject({
    url: 'postgres://a/one',
    embedded: true,
    settings: { host: 'a', database: 'one', origin: 'test' },
  });
  expect(testServer({ GODWIT_TEST_DATABASE_URL: 'postgres://b/two' })).toMatchObject({ url: 'postgres://b/two', embedded: false });
  expect(() => testServer({ DATABASE_URL: 'postgres://production/db' })).toThrow(/GODWIT_TEST_DATABASE_URL/);
});
