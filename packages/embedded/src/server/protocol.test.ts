import { serialize } from 'pg-protocol';
import { describe, expect, test } from 'vitest';
import { RawClient, summarize } from '../testing/raw-client.ts';
import { useServer } from '../testing/use-server.ts';
import { parseErrorResponse } from '../wire/server-error.ts';

const embedded = useServer();
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const GSS_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 48]);

const withClient = (work: (client: RawClient) => Promise<void>): Promise<void> =>
  embedded.withDatabase(async ({ name }) => {
    const client = await RawClient.connect(embedded.server.port, name);
    await work(client);
    await client.end();
  });

describe('startup', () => {
  test('encryption is refused, and the client goes on in plain text', async () => {
    const client = await RawClient.open(embedded.server.port);
    client.send(SSL_REQUEST);
    expect(await client.bytes(1)).toBe('N');
    client.send(GSS_REQUEST);
    expect(await client.bytes(1)).toBe('N');
    client.send(serialize.startup({ user: 'postgres', database: 'postgres' }));
    expect((await client.until('Z'))[0]?.type).toBe('R');
    await client.end();
  });

  test('parameters come as a real server reports them, and the one that tells the embedded server', async () => {
    const client = await RawClient.open(embedded.server.port);
    client.send(serialize.startup({ user: 'postgres', database: 'postgres', TimeZone: 'Europe/Berlin', application_name: 'me' }));
    const messages = await client.until('Z');
    const parameters = messages.filter(({ type }) => type === 'S').map(({ body }) => body.toString('utf8').split('\0').slice(0, 2));
    expect(Object.fromEntries(parameters)).toMatchObject({
      server_version: expect.stringMatching(/^18\.\d+$/),
      server_encoding: 'UTF8',
      client_encoding: 'UTF8',
      standard_conforming_strings: 'on',
      integer_datetimes: 'on',
      DateStyle: 'ISO, MDY',
      TimeZone: 'Europe/Berlin',
      application_name: 'me',
      is_superuser: 'on',
      session_authorization: 'postgres',
      'godwit.embedded': 'on',
    });
    await client.end();
  });

  test('the process id is that of the backend: no transaction pooler, to those who compare', async () => {
    const client = await RawClient.open(embedded.server.port);
    client.send(serialize.startup({ user: 'postgres', database: 'postgres' }));
    const key = (await client.until('Z')).find(({ type }) => type === 'K');
    client.send(serialize.query('select pg_backend_pid()'));
    expect(summarize(await client.until('Z'))).toContain(`D(${key?.body.readInt32BE(0)})`);
    await client.end();
  });

  test.each([
    ['an unknown database', { user: 'postgres', database: 'nowhere' }, '3D000', 'database "nowhere" does not exist'],
    ['a database by the name of the user', { user: 'postgres_too' }, '3D000', 'database "postgres_too" does not exist'],
    ['an unknown role', { user: 'stranger', database: 'postgres' }, '28000', 'role "stranger" does not exist'],
  ])('%s is told in the words of PostgreSQL', async (_, parameters, code, message) => {
    const client = await RawClient.open(embedded.server.port);
    client.send(serialize.startup(parameters));
    const error = (await client.until('E')).at(-1);
    expect(error && parseErrorResponse(error.body)).toMatchObject({ severity: 'FATAL', code, message });
    await client.end();
  });

  test('what is no startup packet ends the connection, not the server', async () => {
    const client = await RawClient.open(embedded.server.port);
    client.send(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    expect(summarize(await client.until('E'))).toBe('E(08P01)');
    const other = await RawClient.open(embedded.server.port);
    other.send(Buffer.from([0, 0, 0, 9, 0, 2, 0, 0, 0]));
    expect(summarize(await other.until('E'))).toBe('E(0A000)');
    await withClient(async () => undefined);
  });

  test('a newer minor version of the protocol is negotiated down', async () => {
    const client = await RawClient.open(embedded.server.port);
    const packet = serialize.startup({ user: 'postgres', database: 'postgres', '_pq_.unheard_of': 'x' });
    packet.writeInt32BE((3 << 16) | 2, 4);
    client.send(packet);
    expect((await client.until('Z')).map(({ type }) => type)).toContain('v');
    await client.end();
  });
});

describe('simple queries', () => {
  test('several statements, empty ones, errors', () =>
    withClient(async (client) => {
      const ask = async (sql: string): Promise<string> => {
        client.send(serialize.query(sql));
        return summarize(await client.until('Z'));
      };
      expect(await ask('select 1; select 2')).toBe('T D(1) C(SELECT 1) T D(2) C(SELECT 1) Z(I)');
      expect(await ask('')).toBe('I Z(I)');
      expect(await ask(' ; -- nothing\n')).toBe('I Z(I)');
      expect(await ask('create table t (a int); selec 1; select 3')).toBe('E(42601) Z(I)');
      expect(await ask('insert into t values (1)')).toBe('E(42P01) Z(I)');
      expect(await ask('begin; select 1/0; select 1')).toBe('C(BEGIN) E(22012) Z(E)');
      expect(await ask('select 1')).toBe('E(25P02) Z(E)');
      expect(await ask('rollback')).toBe('C(ROLLBACK) Z(I)');
    }));

  test('several queries in one packet, and one in pieces', () =>
    withClient(async (client) => {
      client.send(serialize.query('select 1'), serialize.query('select 2'));
      expect(summarize([...(await client.until('Z')), ...(await client.until('Z'))])).toBe(
        'T D(1) C(SELECT 1) Z(I) T D(2) C(SELECT 1) Z(I)',
      );
      const query = serialize.query("select 'in pieces'");
      for (const byte of query) client.send(Buffer.from([byte]));
      expect(summarize(await client.until('Z'))).toBe('T D(in pieces) C(SELECT 1) Z(I)');
    }));
});

describe('extended queries', () => {
  const batch = (text: string, name = ''): Buffer[] => [
    serialize.parse({ text, name }),
    serialize.bind({ statement: name }),
    serialize.describe({ type: 'P' }),
    serialize.execute(),
  ];

  test('a pipeline of batches, each with its own end', () =>
    withClient(async (client) => {
      client.send(
        ...batch('select 1'),
        serialize.sync(),
        ...batch('select 1/0'),
        ...batch('select 2'),
        serialize.sync(),
        ...batch('select 3'),
        serialize.sync(),
      );
      expect(summarize(await client.until('Z'))).toBe('1 2 T D(1) C(SELECT 1) Z(I)');
      expect(summarize(await client.until('Z'))).toBe('1 E(22012) Z(I)');
      expect(summarize(await client.until('Z'))).toBe('1 2 T D(3) C(SELECT 1) Z(I)');
    }));

  test('flush answers before sync, and the batch is one transaction', () =>
    withClient(async (client) => {
      client.send(...batch('create table t (a int)'), serialize.flush());
      expect(summarize(await client.until('C'))).toBe('1 2 n C(CREATE TABLE)');
      client.send(...batch('selec'), serialize.flush());
      expect(summarize(await client.until('E'))).toBe('E(42601)');
      client.send(...batch('select 1'), serialize.flush(), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('Z(I)');
      client.send(serialize.query("select to_regclass('t') is null"));
      expect(summarize(await client.until('Z'))).toBe('T D(t) C(SELECT 1) Z(I)');
    }));

  test('an unnamed statement outlives the turns of other connections', () =>
    embedded.withDatabase(async ({ name }) => {
      const [a, b] = [await RawClient.connect(embedded.server.port, name), await RawClient.connect(embedded.server.port, name)];
      a.send(serialize.parse({ text: "select 'of a'" }), serialize.describe({ type: 'S' }), serialize.sync());
      expect(summarize(await a.until('Z'))).toBe('1 t T Z(I)');
      b.send(...batch("select 'of b'"), serialize.sync());
      await b.until('Z');
      a.send(serialize.bind(), serialize.execute(), serialize.sync());
      expect(summarize(await a.until('Z'))).toBe('2 D(of a) C(SELECT 1) Z(I)');
      a.send(serialize.query('select 1'));
      await a.until('Z');
      a.send(serialize.bind(), serialize.execute(), serialize.sync());
      expect(summarize(await a.until('Z'))).toBe('E(26000) Z(I)');
      await Promise.all([a.end(), b.end()]);
    }));

  test('a portal that is read in parts holds its transaction', () =>
    withClient(async (client) => {
      client.send(serialize.query('begin'));
      await client.until('Z');
      client.send(
        serialize.parse({ text: 'select generate_series(1, 3)' }),
        serialize.bind({ portal: 'p' }),
        serialize.execute({ portal: 'p', rows: 2 }),
        serialize.sync(),
      );
      expect(summarize(await client.until('Z'))).toBe('1 2 D(1) D(2) s Z(T)');
      client.send(serialize.execute({ portal: 'p', rows: 2 }), serialize.close({ type: 'P', name: 'p' }), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('D(3) C(SELECT 1) 3 Z(T)');
    }));

  test('statements by name: described, closed, made again', () =>
    withClient(async (client) => {
      client.send(serialize.parse({ text: 'select $1::int', name: 's' }), serialize.describe({ type: 'S', name: 's' }), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('1 t T Z(I)');
      client.send(serialize.parse({ text: 'select 1', name: 's' }), serialize.sync());
      const [error] = await client.until('Z');
      expect(error && parseErrorResponse(error.body)).toMatchObject({ code: '42P05', message: 'prepared statement "s" already exists' });
      client.send(serialize.close({ type: 'S', name: 's' }), ...batch('select 1', 's'), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('3 1 2 T D(1) C(SELECT 1) Z(I)');
    }));

  test('the server answers DISCARD ALL and DEALLOCATE ALL', () =>
    withClient(async (client) => {
      client.send(...batch('discard all'), ...batch('deallocate all'), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('1 2 n C(DISCARD ALL) 1 2 n C(DEALLOCATE ALL) Z(I)');
    }));

  test('a message that there is not ends the connection', () =>
    embedded.withDatabase(async ({ name }) => {
      const client = await RawClient.connect(embedded.server.port, name);
      client.send(Buffer.from([0x7a, 0, 0, 0, 4]));
      expect(summarize(await client.until('E'))).toBe('E(08P01)');
      await client.end();
    }));
});
