import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('tests that meet the server are told by their name: .ci/run has only these on each server', () => {
  const root = join(import.meta.dirname, '..', '..', '..', '..');
  const files = globSync('{packages,apps,examples,tooling}/*/{src,test}/**/*.test.ts', { cwd: root });
  const meets = (file: string) => /from '@godwit\/(postgres\/)?testing'/.test(readFileSync(join(root, file), 'utf8'));
  expect(files.filter(meets).length).toBeGreaterThan(0);
  expect(files.filter((file) => meets(file) && !file.endsWith('.db.test.ts'))).toEqual([]);
});
