import { describe, expect, test } from 'vitest';
import { authentication, backendKeyData, errorResponse, parameterStatus, readyForQuery } from '../test/backend-messages.ts';
import { withFakeServer } from '../test/fake-server.ts';
import { hasPgBouncer, withPgBouncer } from '../test/pgbouncer.ts';
import { connect } from './connect.ts';
import { onRealServer } from './testing/on-real-server.ts';
import { withDatabase } from './testing/with-database.ts';
import { detectTransactionPooler } from './transaction-pooler.ts';
import { withClient } from './with-client.ts';

const SHORT_MS = 200;

describe.skipIf(!hasPgBouncer)('PgBouncer in session mode with one connection', () => {
  onRealServer(test)('has none for a second client, which is told in the time for connecting, and gets it when it is free', () =>
    withDatabase((database) =>
      withPgBouncer(database.settings, { mode: 'session', size: 1 }, async (pooled) => {
        const short = { ...pooled, connectTimeoutMs: SHORT_MS };
        await withClient(pooled, async (client) => {
          await client.query('select 1');
          await expect(connect(short, { beside: true })).rejects.toMatchObject({ code: 'GW176' });
        });
        await withClient(pooled, (client) => client.query('select 1'), { beside: true });
      }),
    ),
  );

  onRealServer(test)('is not taken for one in transaction mode after two minutes', () =>
    withDatabase((database) =>
      withPgBouncer(database.settings, { mode: 'session', size: 1 }, (pooled) =>
        withClient(pooled, async (client) => {
          const again = () => connect({ ...pooled, connectTimeoutMs: SHORT_MS }, { beside: true });
          await expect(detectTransactionPooler(client, again)).rejects.toMatchObject({
            code: 'GW176',
            message: expect.stringContaining('has no connection for this command beside the one that it holds'),
            help: expect.stringContaining("Use the server's direct URL"),
          });
        }),
      ),
    ),
  );
});

/** A login by a process of this number, after which queries get this answer. */
function greeting(pid: number, answer: Buffer | null) {
  return withFakeServerThat((socket) => {
    socket.once('data', () => {
      const words = [authentication(0), parameterStatus('server_encoding', 'UTF8'), backendKeyData(pid), readyForQuery()];
      socket.write(Buffer.concat(words));
      if (answer !== null) socket.once('data', () => socket.end(answer));
    });
  });
}

type Play = Parameters<typeof withFakeServer>[0];

function withFakeServerThat(play: Play) {
  return <T>(options: { readonly beside?: boolean }, then: (connecting: ReturnType<typeof connect>) => Promise<T>) =>
    withFakeServer(play, ({ settings }) => then(connect({ ...settings, connectTimeoutMs: SHORT_MS }, options)));
}

test('a pooler that takes the login and then says nothing is told in the time for connecting', async () => {
  await greeting(1_234_567_890, null)({}, (connecting) =>
    expect(connecting).rejects.toMatchObject({
      code: 'GW176',
      transient: true,
      details: expect.arrayContaining(['None came free within 0.2 s']),
    }),
  );
});

test('a pooler that gives up waiting is told in our words', async () => {
  const answer = errorResponse({ sqlState: '08P01', message: 'query_wait_timeout' });
  await greeting(-7, answer)({}, (connecting) =>
    expect(connecting).rejects.toMatchObject({ code: 'GW176', details: expect.arrayContaining(['It gave up waiting for one']) }),
  );
});

test('a server itself is not asked when the login is over', async () => {
  await greeting(4711, null)({}, async (connecting) => (await connecting).end());
});
