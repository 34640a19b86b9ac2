import { expect, test } from 'vitest';
import { UnknownTestServer } from '../errors.ts';
import { chooseServer } from './choose-server.ts';

const GODWIT_TEST_DATABASE_URL = 'postgres://postgres@127.0.0.1/app';

test('the URL goes first, unless the variable insists on another', async () => {
  expect(await chooseServer({ GODWIT_TEST_DATABASE_URL })).toMatchObject({ kind: 'url', url: GODWIT_TEST_DATABASE_URL });
  expect(await chooseServer({ GODWIT_TEST_DATABASE_URL, GODWIT_TEST_SERVER: '' })).toMatchObject({ kind: 'url' });
  expect(await chooseServer({ GODWIT_TEST_DATABASE_URL, GODWIT_TEST_SERVER: 'embedded' })).toMatchObject({ kind: 'embedded' });
  expect(await chooseServer({ GODWIT_TEST_SERVER: 'docker', GODWIT_TEST_IMAGE: 'postgres:16' })).toMatchObject({
    kind: 'docker',
    image: 'postgres:16',
  });
});

test('a mistyped server is no reason to take another one', async () => {
  await expect(chooseServer({ GODWIT_TEST_DATABASE_URL, GODWIT_TEST_SERVER: 'dokcer' })).rejects.toThrow(UnknownTestServer);
});
