import { describe, expect, test } from 'vitest';
import { hasPgBouncer, withPgBouncer } from '../test/pgbouncer.ts';
import { withPooler } from '../test/pooler.ts';
import { type Client, connect } from './connect.ts';
import type { DatabaseSettings } from './settings.ts';
import { onRealServer } from './testing/on-real-server.ts';
import { withDatabase } from './testing/with-database.ts';
import { detectTransactionPooler } from './transaction-pooler.ts';
import { withClient } from './with-client.ts';

/** What is found through these settings, and how many second connections that took. */
async function detect(settings: DatabaseSettings): Promise<{ found: boolean; opened: number }> {
  let opened = 0;
  const again = (): Promise<Client> => {
    opened++;
    return connect(settings);
  };
  return withClient(settings, async (client) => ({ found: await detectTransactionPooler(client, again), opened }));
}

test('a direct connection is told by one query', async () => {
  await withDatabase(async ({ settings }) => expect(await detect(settings)).toEqual({ found: false, opened: 0 }));
});

onRealServer(test)('a pooler in transaction mode is found', async () => {
  await withDatabase(({ settings }) =>
    withPooler(settings, 'transaction', async (pooled) => expect(await detect(pooled)).toEqual({ found: true, opened: 1 })),
  );
});

onRealServer(test)('a pooler in session mode is none', async () => {
  await withDatabase(({ settings }) =>
    withPooler(settings, 'session', async (pooled) => expect(await detect(pooled)).toMatchObject({ found: false })),
  );
});

describe.skipIf(!hasPgBouncer)('PgBouncer', () => {
  onRealServer(test)('in transaction mode is found, also when it has one connection for all', () =>
    withDatabase(async ({ settings }) => {
      for (const size of [1, 5])
        await withPgBouncer(settings, { mode: 'transaction', size }, async (pooled) =>
          expect(await detect(pooled)).toEqual({ found: true, opened: 1 }),
        );
    }),
  );

  onRealServer(test)('in statement mode, where no transaction may begin, is found', () =>
    withDatabase(({ settings }) =>
      withPgBouncer(settings, { mode: 'statement' }, async (pooled) => expect(await detect(pooled)).toEqual({ found: true, opened: 1 })),
    ),
  );

  onRealServer(test)('in session mode is none', () =>
    withDatabase(({ settings }) =>
      withPgBouncer(settings, { mode: 'session' }, async (pooled) => expect(await detect(pooled)).toMatchObject({ found: false })),
    ),
  );
});
