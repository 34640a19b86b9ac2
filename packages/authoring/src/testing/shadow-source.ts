import { dropDatabase, listDatabases, withClient } from '@godwit/postgres';
import { testServer, withDatabase } from '@godwit/postgres/testing';
import type { ShadowSource } from '../shadow/history-shadow.ts';
import { settings } from './history-of.ts';

/** A place for shadow databases for the length of a test; they are dropped afterwards. */
export async function withShadowSource(run: (source: ShadowSource) => Promise<void>): Promise<void> {
  await withDatabase(async ({ settings: admin }) => {
    const prefix = admin.database.replace('godwit_test', 'source');
    const source: ShadowSource = {
      places: [async () => ({ admin, prefix, sameServer: true })],
      seeds: null,
      fingerprint: 'test',
      prepare: async () => undefined,
      execution: () => settings,
    };
    try {
      await run(source);
    } finally {
      await withClient(testServer().settings, async (client) => {
        for (const name of await listDatabases(client, prefix)) await dropDatabase(client, name);
      });
    }
  });
}
