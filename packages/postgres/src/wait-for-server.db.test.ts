import { randomBytes } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { errorResponse } from '../test/backend-messages.ts';
import { closedPort, replying, withFakeServer } from '../test/fake-server.ts';
import { withTlsProxy } from '../test/tls-proxy.ts';
import { quoteIdentifier } from './quote.ts';
import { testServer } from './testing/test-server.ts';
import { type FailedAttempt, waitForServer } from './wait-for-server.ts';
import { withClient } from './with-client.ts';

const LONG = 60_000;

test('a server that is up needs one attempt', async () => {
  expect(await waitForServer(testServer().settings, { timeoutMs: 0 })).toMatchObject({ attempts: 1 });
});

test('a server that comes up meanwhile is waited for', async () => {
  const target = testServer().settings;
  const port = await closedPort();
  const failed: FailedAttempt[] = [];
  const late = createServer((client) => {
    const server = connect(target.port, target.host);
    client.pipe(server).pipe(client);
    client.on('error', () => server.destroy());
    server.on('error', () => client.destroy());
  });
  try {
    const result = await waitForServer(
      { ...target, host: '127.0.0.1', port },
      {
        timeoutMs: LONG,
        onAttempt: (attempt) => {
          failed.push(attempt);
          if (failed.length === 2) late.listen(port, '127.0.0.1');
        },
      },
    );
    expect(failed.slice(0, 2)).toMatchObject([
      { attempt: 1, error: { code: 'GW110' } },
      { attempt: 2, error: { code: 'GW110' } },
    ]);
    expect(result.attempts).toBe(failed.length + 1);
  } finally {
    late.close();
  }
});

test.each([
  ['57P03', 'the database system is starting up'],
  ['57P03', 'the database system is shutting down'],
  ['53300', 'sorry, too many clients already'],
])('%s %s is waited out', async (sqlState, message) => {
  let answers = 0;
  const given = new AbortController();
  await withFakeServer(
    (socket) => {
      replying(errorResponse({ sqlState, message }))(socket, ++answers);
    },
    async ({ settings }) => {
      const onAttempt = ({ attempt }: FailedAttempt) => attempt === 3 && given.abort(new Error('seen enough'));
      await expect(waitForServer(settings, { timeoutMs: LONG, onAttempt, signal: given.signal })).rejects.toThrow('seen enough');
      expect(answers).toBe(3);
    },
  );
});

test.each([
  ['28P01', 'GW120'],
  ['3D000', 'GW123'],
  ['42501', 'GW127'],
])('%s is not waited for', async (sqlState, code) => {
  await withFakeServer(replying(errorResponse({ sqlState, message: 'no' })), async ({ settings, connections }) => {
    await expect(waitForServer(settings, { timeoutMs: LONG })).rejects.toMatchObject({ code });
    expect(connections()).toBe(1);
  });
});

test('a certificate that cannot be verified is not waited for', async () => {
  await withTlsProxy({ certificate: 'self-signed' }, async ({ settings, connections }) => {
    await expect(waitForServer({ ...settings, ssl: { mode: 'verify-full' } }, { timeoutMs: LONG })).rejects.toMatchObject({
      code: 'GW131',
    });
    expect(connections()).toBe(1);
  });
});

test('a database that is yet to be created is waited for when that is asked', async () => {
  const server = testServer().settings;
  const database = `godwit_test_${randomBytes(6).toString('hex')}`;
  const sql = (text: string) => withClient(server, (admin) => admin.query(text), { anyEncoding: true });
  let created: Promise<unknown> = Promise.resolve();
  const onAttempt = ({ attempt, error }: FailedAttempt): void => {
    expect(error.code).toBe('GW123');
    if (attempt === 1) created = sql(`create database ${quoteIdentifier(database)}`);
  };
  try {
    const { attempts } = await waitForServer({ ...server, database }, { timeoutMs: LONG, awaitDatabase: true, onAttempt });
    expect(attempts).toBeGreaterThan(1);
  } finally {
    await created;
    await sql(`drop database if exists ${quoteIdentifier(database)} with (force)`);
  }
});

test('the time over, the last error is the reason', async () => {
  const settings = { ...testServer().settings, host: '127.0.0.1', port: await closedPort() };
  await expect(waitForServer(settings, { timeoutMs: 0 })).rejects.toMatchObject({
    code: 'GW117',
    attempts: 1,
    details: [`Last: No server listens on 127.0.0.1:${settings.port}`],
    help: expect.stringMatching(/^Is the server running\?[\s\S]*docker compose up -d\nTo wait longer: godwit wait --timeout 1min$/),
    cause: expect.objectContaining({
      code: 'GW110',
      help: expect.stringMatching(/docker compose up -d\nTo wait until it answers: godwit wait$/),
    }),
  });
  await expect(waitForServer(settings, { timeoutMs: 40 })).rejects.toMatchObject({ code: 'GW117' });
});
