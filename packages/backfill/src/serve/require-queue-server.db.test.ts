import { connect } from '@godwit/postgres';
import { onRealServer, testServer, withDatabase } from '@godwit/postgres/testing';
import { expect, test } from 'vitest';
import { withPooler } from '../../../postgres/test/pooler.ts';
import { requireQueueServer } from './require-queue-server.ts';

onRealServer(test)('a server is good for a queue', () =>
  withDatabase(({ client, connect: again }) => expect(requireQueueServer(client, again)).resolves.toBeUndefined()),
);

onRealServer(test)('a pooler in transaction mode is none', () =>
  withDatabase(({ settings }) =>
    withPooler(settings, 'transaction', async (pooler) => {
      const client = await connect(pooler);
      try {
        await expect(requireQueueServer(client, () => connect(pooler))).rejects.toMatchObject({ code: 'GW108' });
      } finally {
        await client.end();
      }
    }),
  ),
);

test.skipIf(!testServer().embedded)('the embedded server is none', () =>
  withDatabase(({ client, connect: again }) =>
    expect(requireQueueServer(client, again)).rejects.toMatchObject({
      code: 'GW451',
      help: expect.stringContaining('godwit backfill run NAME'),
    }),
  ),
);
