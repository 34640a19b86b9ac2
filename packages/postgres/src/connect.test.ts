import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { authentication, errorResponse } from '../test/backend-messages.ts';
import { closedPort, replying, withFakeServer } from '../test/fake-server.ts';
import { connect } from './connect.ts';
import { startConnectDeadline } from './connect-deadline.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { ConnectionError } from './errors/connection-error.ts';
import { login } from './login.ts';
import { negotiateTls } from './negotiate-tls.ts';
import { openSocket } from './open-socket.ts';
import type { DatabaseSettings } from './settings.ts';

const URL = 'postgres://app:s3cret@127.0.0.1/shop?sslmode=disable';

async function failure(settings: DatabaseSettings): Promise<unknown> {
  return connect(settings).then(
    () => expect.fail('It connected'),
    (error: unknown) => error,
  );
}

/** What the client makes of a server that answers the startup with this. */
function refusal(sqlState: string, message: string, more: { routine?: string; detail?: string; hint?: string } = {}): Promise<unknown> {
  return withFakeServer(replying(errorResponse({ sqlState, message, ...more })), ({ settings }) => failure(settings));
}

describe('a server that cannot be reached', () => {
  test('refused: says where, and how to start one', async () => {
    const port = await closedPort();
    expect(await failure({ ...parseDatabaseUrl(URL, 'DATABASE_URL'), port })).toMatchObject({
      name: 'ConnectionRefused',
      code: 'GW110',
      message: `No server listens on 127.0.0.1:${port}`,
      help: expect.stringContaining('sudo systemctl start postgresql'),
      details: ['The settings come from DATABASE_URL'],
      transient: true,
      cause: expect.objectContaining({ code: 'ECONNREFUSED' }),
    });
  });

  test('refused on every address of a name', async () => {
    const port = await closedPort();
    expect(await failure({ ...parseDatabaseUrl(URL, 'flag'), host: 'localhost', port })).toMatchObject({ name: 'ConnectionRefused' });
  });

  test('unknown host', async () => {
    const settings = { ...parseDatabaseUrl(URL, 'test'), host: 'no-such-host.invalid' };
    expect(await failure(settings)).toMatchObject({
      code: 'GW111',
      message: 'The host no-such-host.invalid is not known',
      transient: true,
    });
  });

  test('no socket', async () => {
    const settings = { ...parseDatabaseUrl(URL, 'test'), host: '/no/such/directory' };
    expect(await failure(settings)).toMatchObject({ code: 'GW114', path: '/no/such/directory/.s.PGSQL.5432', reason: 'missing' });
  });

  test('hangs up at once', async () => {
    await withFakeServer(
      (socket) => socket.destroy(),
      async ({ settings }) => {
        expect(await failure(settings)).toMatchObject({ code: 'GW116', transient: true });
        expect(await failure({ ...settings, ssl: { mode: 'require' } })).toMatchObject({ code: 'GW116', transient: true });
      },
    );
  });

  test('hangs up while we are busy with something else', async () => {
    await withFakeServer(
      (socket) => socket.destroy(),
      async ({ settings }) => {
        const deadline = startConnectDeadline({ timeoutMs: 0, signal: undefined, timedOut: () => new Error('never') });
        const socket = await openSocket(settings, deadline);
        socket.destroy();
        await once(socket, 'close');
        await expect(login(settings, socket, deadline)).rejects.toMatchObject({ code: 'GW116' });
        await expect(negotiateTls(settings, socket, { options: {}, rootCert: undefined }, deadline)).rejects.toMatchObject({
          code: 'GW116',
        });
      },
    );
  });

  test('speaks something else', async () => {
    await withFakeServer(replying(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')), async ({ settings }) => {
      expect(await failure(settings)).toMatchObject({ code: 'GW115' });
      expect(await failure({ ...settings, ssl: { mode: 'require' } })).toMatchObject({ code: 'GW115' });
    });
  });

  test('puts bytes of its own behind the answer to the TLS request', async () => {
    await withFakeServer(replying(Buffer.from('Sinjected')), async ({ settings }) => {
      expect(await failure({ ...settings, ssl: { mode: 'require' } })).toMatchObject({ code: 'GW115' });
    });
  });

  test('accepts and says nothing, in the login and in the TLS handshake', async () => {
    await withFakeServer(
      () => {},
      async ({ settings }) => {
        const short = { ...settings, connectTimeoutMs: 30 };
        expect(await failure(short)).toMatchObject({ code: 'GW113', phase: 'login', timeoutMs: 30, transient: true });
        expect(await failure({ ...short, ssl: { mode: 'prefer' } })).toMatchObject({ code: 'GW113', phase: 'tls' });
      },
    );
  });

  test('stops when the caller gives up, before and during', async () => {
    const given = new AbortController();
    const reason = new Error('given up');
    await withFakeServer(
      () => given.abort(reason),
      async ({ settings, connections }) => {
        await expect(connect(settings, { signal: given.signal })).rejects.toBe(reason);
        await expect(connect(settings, { signal: given.signal })).rejects.toBe(reason);
        expect(connections()).toBe(1);
      },
    );
  });

  test('closes its socket when it fails', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    await withFakeServer(
      (socket) => {
        closed = once(socket, 'close');
        socket.once('data', () => socket.write(errorResponse({ sqlState: '28P01', message: 'no' })));
      },
      async ({ settings }) => {
        expect(await failure(settings)).toMatchObject({ code: 'GW120' });
        await closed;
      },
    );
  });
});

describe('a login that is refused', () => {
  test.each([
    ['28P01', 'password authentication failed for user "app"', undefined, 'WrongPassword', 'GW120', false],
    ['28000', 'role "app" does not exist', 'InitializeSessionUserId', 'UnknownRole', 'GW122', false],
    ['28000', 'role "app" is not permitted to log in', 'InitializeSessionUserId', 'LoginForbidden', 'GW126', false],
    ['28000', 'no pg_hba.conf entry for host "::1", no encryption', 'ClientAuthentication', 'SslRequired', 'GW125', false],
    ['28000', 'connection is insecure (try using `sslmode=require`)', undefined, 'SslRequired', 'GW125', false],
    ['28000', 'Peer authentication failed for user "app"', 'auth_failed', 'AccessRefused', 'GW124', false],
    ['3D000', 'database "shop" does not exist', undefined, 'UnknownDatabase', 'GW123', false],
    ['08P01', 'no such database: shop', undefined, 'UnknownDatabase', 'GW123', false],
    ['08P01', 'database "shop" does not exist', undefined, 'UnknownDatabase', 'GW123', false],
    ['08P01', 'password authentication failed', undefined, 'WrongPassword', 'GW120', false],
    ['08P01', 'no more connections allowed (max_client_conn)', undefined, 'TooManyConnections', 'GW135', true],
    ['08P01', 'SSL required', undefined, 'SslRequired', 'GW125', false],
    ['08P01', 'unsupported startup parameter: options', undefined, 'ConnectionRejected', 'GW118', false],
    ['28000', 'connection requires a valid client certificate', 'ClientAuthentication', 'TlsFailed', 'GW134', false],
    ['08P01', 'no such user: app', undefined, 'UnknownRole', 'GW122', false],
    ['42501', 'permission denied for database "shop"', undefined, 'ConnectForbidden', 'GW127', false],
    ['53300', 'sorry, too many clients already', undefined, 'TooManyConnections', 'GW135', true],
    ['57P03', 'the database system is starting up', undefined, 'ServerStarting', 'GW136', true],
    ['57P03', 'the database system is in recovery mode', undefined, 'ServerStarting', 'GW136', true],
    ['57P03', 'the database system is shutting down', undefined, 'ServerShuttingDown', 'GW137', true],
    ['57P01', 'terminating connection due to administrator command', undefined, 'ServerShuttingDown', 'GW137', true],
    ['55000', 'database "shop" is not currently accepting connections', undefined, 'DatabaseClosed', 'GW138', false],
    ['XX000', 'Tenant or user not found', undefined, 'ConnectionRejected', 'GW118', false],
  ])('%s %s', async (sqlState, message, routine, name, code, transient) => {
    const error = await refusal(sqlState, message, routine === undefined ? {} : { routine });
    expect(error).toMatchObject({ name, code, transient, host: '127.0.0.1', user: 'app', database: 'shop' });
    expect(error).toMatchObject({ cause: expect.objectContaining({ message }) });
    if (!(error instanceof ConnectionError)) expect.fail('It is not a ConnectionError');
    expect([error.message, ...error.details].join('\n')).toContain(message);
  });

  test('keeps what the server says beyond its message', async () => {
    const error = await refusal('53300', 'too many', { detail: 'the limit is 3', hint: 'wait' });
    expect(error).toMatchObject({ details: expect.arrayContaining(['DETAIL: the limit is 3', 'HINT: wait']) });
  });

  test('gives the command that creates the database, quoted for the shell and for SQL', async () => {
    await withFakeServer(replying(errorResponse({ sqlState: '3D000', message: 'no' })), async ({ settings }) => {
      expect(await failure({ ...settings, database: `it's "here"` })).toMatchObject({
        help: `Create it:\n  createdb -h 127.0.0.1 -p ${settings.port} -U app 'it'\\''s "here"'\nor in SQL:\n  create database "it's ""here""";`,
      });
    });
  });

  test('asks for the password when there is none, and tells of a password file that was passed over', async () => {
    await withFakeServer(replying(authentication(3)), async ({ settings }) => {
      const without = { ...settings, password: undefined, passwordFile: '/no/such/file' };
      expect(await failure(without)).toMatchObject({ code: 'GW121', help: expect.stringContaining('PGPASSWORD') });
      expect(await failure({ ...without, password: '' })).toMatchObject({ code: 'GW121' });
    });
  });

  test('names a way to log in that is not supported', async () => {
    await withFakeServer(replying(authentication(7)), async ({ settings }) => {
      expect(await failure(settings)).toMatchObject({ code: 'GW128', help: expect.stringContaining('GSSAPI') });
    });
  });
});

test('no error holds the password', async () => {
  const port = await closedPort();
  const settings = { ...parseDatabaseUrl(URL, 'DATABASE_URL'), port };
  const errors = [await failure(settings), await failure({ ...settings, host: 'no-such-host.invalid' }), await refusal('28P01', 'no')];
  for (const error of errors) expect(JSON.stringify(everythingIn(error))).not.toContain('s3cret');
});

test('sends the password of the settings, and no PGPASSWORD or PGOPTIONS of the process', async () => {
  const before = { ...process.env };
  process.env.PGPASSWORD = 'from-environment';
  process.env.PGOPTIONS = '-c search_path=environment';
  try {
    const received: Buffer[] = [];
    await withFakeServer(
      (socket) => {
        socket.on('data', (data) => {
          received.push(Buffer.from(data));
          socket.write(received.length === 1 ? authentication(3) : errorResponse({ sqlState: '28P01', message: 'no' }));
        });
      },
      async ({ settings }) => {
        await failure(settings);
        await failure({ ...settings, password: undefined, passwordFile: '/no/such/file' });
      },
    );
    const sent = Buffer.concat(received).toString();
    expect(sent).toContain('s3cret');
    expect(sent).not.toContain('environment');
  } finally {
    process.env = before;
  }
});

test('a socket directory is a Unix socket, without TLS', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'godwit-socket-'));
  const server = createServer((socket) => {
    socket.once('data', (data: Buffer) =>
      socket.end(errorResponse({ sqlState: '3D000', message: `first message ${data.readInt32BE(4)}` })),
    );
  });
  try {
    await new Promise<void>((resolve) => server.listen(join(directory, '.s.PGSQL.6543'), resolve));
    const settings = parseDatabaseUrl(`postgres://app@/shop?host=${directory}&port=6543&sslmode=verify-full`, 'test');
    // 196608 is protocol 3.0: no request for TLS came before it.
    expect(await failure(settings)).toMatchObject({ code: 'GW123', cause: expect.objectContaining({ message: 'first message 196608' }) });
  } finally {
    server.close();
    await rm(directory, { recursive: true });
  }
});

function everythingIn(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const fields: Partial<ConnectionError> = { ...error };
  return { ...fields, message: error.message, stack: error.stack, cause: everythingIn(error.cause) };
}
