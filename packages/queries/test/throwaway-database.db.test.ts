import { UnknownDatabase, withClient } from '@godwit/postgres';
import { testServer } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { withThrowawayDatabase } from '../tools/throwaway-database.ts';

const environment = { GODWIT_TEST_DATABASE_URL: testServer().url };

test('an interrupted run is not waited for, and leaves no database', async () => {
  const interruption = new AbortController();
  const reason = new Error('Ctrl-C');
  let database = '';
  const running = withThrowawayDatabase({ environment, signal: interruption.signal }, async (settings) => {
    ({ database } = settings);
    interruption.abort(reason);
    return new Promise(() => {});
  });
  await expect(running).rejects.toBe(reason);
  expect(database).toMatch(/^godwit_generate_/);
  await expect(withClient({ ...testServer().settings, database }, async () => undefined)).rejects.toThrow(UnknownDatabase);
});

test('one that was interrupted before it began does nothing', async () => {
  const ran: string[] = [];
  const running = withThrowawayDatabase({ environment, signal: AbortSignal.abort(new Error('Ctrl-C')) }, async ({ database }) =>
    ran.push(database),
  );
  await expect(running).rejects.toThrow('Ctrl-C');
  expect(ran).toEqual([]);
});
