import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pgCopy from 'pg-copy-streams';
import { serialize } from 'pg-protocol';
import { describe, expect, test } from 'vitest';
import { RawClient, summarize } from '../testing/raw-client.ts';
import { useServer } from '../testing/use-server.ts';

const embedded = useServer();
const data = (text: string): Buffer => serialize.copyData(Buffer.from(text));

const withRaw = (work: (client: RawClient) => Promise<void>): Promise<void> =>
  embedded.withDatabase(async ({ name, connect }) => {
    const setup = await connect();
    await setup.query('create table t (a int, b text)');
    await setup.end();
    const client = await RawClient.connect(embedded.server.port, name);
    await work(client);
    await client.end();
  });

describe('COPY … FROM STDIN', () => {
  test('text and binary through pg-copy-streams, many megabytes both ways', () =>
    embedded.withDatabase(async ({ connect }) => {
      const client = await connect();
      await client.query('create table t (a int, b text)');
      const row = 'x'.repeat(1000);
      const rows = 20_000;
      const lines = Readable.from(
        (function* () {
          for (let a = 0; a < rows; a++) yield `${a}\t${row}\n`;
        })(),
      );
      await pipeline(lines, client.query(pgCopy.from('copy t from stdin')));
      const summary = 'select count(*)::int as n, sum(a)::int as sum, min(length(b)) as length from t';
      expect((await client.query(summary)).rows).toEqual([{ n: rows, sum: (rows * (rows - 1)) / 2, length: 1000 }]);
      const chunks: Buffer[] = [];
      await pipeline(
        client.query(pgCopy.to('copy t to stdout (format binary)')),
        new Writable({
          write(chunk: Buffer, _encoding, done) {
            chunks.push(chunk);
            done();
          },
        }),
      );
      await client.query('truncate t');
      await pipeline(Readable.from(chunks), client.query(pgCopy.from('copy t from stdin (format binary)')));
      expect((await client.query(summary)).rows).toEqual([{ n: rows, sum: (rows * (rows - 1)) / 2, length: 1000 }]);
    }));

  test('says format and columns, takes data in any pieces, leaves the connection usable', () =>
    withRaw(async (client) => {
      client.send(serialize.query('copy t from stdin'));
      expect(summarize(await client.until('G'))).toBe('G(0,2)');
      client.send(data('1\ton'), data('e\n2\ttwo\n'), serialize.copyDone());
      expect(summarize(await client.until('Z'))).toBe('C(COPY 2) Z(I)');
      client.send(serialize.query('copy t (b) from stdin (format binary)'));
      expect(summarize(await client.until('G'))).toBe('G(1,1)');
      client.send(serialize.copyFail('changed my mind'));
      expect(summarize(await client.until('Z'))).toBe('E(57014) Z(I)');
      client.send(serialize.query('select count(*) from t'));
      expect(summarize(await client.until('Z'))).toBe('T D(2) C(SELECT 1) Z(I)');
    }));

  test('tells errors before it asks for data, and errors in the data', () =>
    withRaw(async (client) => {
      client.send(serialize.query('copy nowhere from stdin'));
      expect(summarize(await client.until('Z'))).toBe('E(42P01) Z(I)');
      client.send(serialize.query('copy t from stdin'));
      await client.until('G');
      client.send(data('not a number\tx\n'), serialize.copyDone());
      expect(summarize(await client.until('Z'))).toBe('E(22P02) Z(I)');
    }));

  test('in a transaction, which goes on or fails as a whole', () =>
    withRaw(async (client) => {
      const ask = async (sql: string): Promise<string> => {
        client.send(serialize.query(sql));
        return summarize(await client.until('Z'));
      };
      await ask("begin; insert into t values (1, 'before')");
      client.send(serialize.query('copy t from stdin'));
      expect(summarize(await client.until('G'))).toBe('G(0,2)');
      client.send(data('2\tcopied\n'), serialize.copyDone());
      expect(summarize(await client.until('Z'))).toBe('C(COPY 1) Z(T)');
      expect(await ask('commit; select count(*) from t')).toBe('C(COMMIT) T D(2) C(SELECT 1) Z(I)');
      await ask('begin');
      expect(await ask('copy nowhere from stdin')).toBe('E(42P01) Z(E)');
      expect(await ask('copy t from stdin')).toBe('E(25P02) Z(E)');
      expect(await ask('rollback')).toBe('C(ROLLBACK) Z(I)');
      await ask('begin; create table f (a int)');
      client.send(serialize.query('copy f from stdin (freeze)'));
      await client.until('G');
      client.send(data('1\n'), serialize.copyDone());
      expect(summarize(await client.until('Z'))).toBe('C(COPY 1) Z(T)');
    }));

  test('in the middle of a script, and twice in one', () =>
    withRaw(async (client) => {
      client.send(serialize.query('create table u (a int); copy u from stdin; copy t from stdin; select count(*) from u'));
      expect(summarize(await client.until('G'))).toBe('C(CREATE TABLE) G(0,1)');
      client.send(data('1\n2\n'), serialize.copyDone());
      expect(summarize(await client.until('G'))).toBe('C(COPY 2) G(0,2)');
      client.send(data('3\tthree\n'), serialize.copyDone());
      expect(summarize(await client.until('Z'))).toBe('C(COPY 1) T D(2) C(SELECT 1) Z(I)');
    }));

  test('by the extended protocol, as psycopg and libpq have it', () =>
    withRaw(async (client) => {
      client.send(
        serialize.parse({ text: 'copy t from stdin' }),
        serialize.bind(),
        serialize.describe({ type: 'P' }),
        serialize.execute(),
        serialize.sync(),
      );
      expect(summarize(await client.until('G'))).toBe('1 2 n G(0,2)');
      client.send(data('1\tone\n'), serialize.copyDone(), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('C(COPY 1) Z(I)');
      client.send(serialize.parse({ text: 'copy t from stdin', name: 'c' }), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('1 Z(I)');
      client.send(serialize.bind({ statement: 'c' }), serialize.execute(), serialize.sync());
      expect(summarize(await client.until('G'))).toBe('2 G(0,2)');
      client.send(data('x'), serialize.copyFail('no'), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('E(57014) Z(I)');
      client.send(serialize.parse({ text: 'copy nowhere from stdin' }), serialize.bind(), serialize.execute(), serialize.sync());
      expect(summarize(await client.until('Z'))).toBe('1 2 E(42P01) Z(I)');
    }));

  test('a client that goes away in the middle leaves nothing behind', () =>
    embedded.withDatabase(async ({ name, connect }) => {
      const other = await connect();
      await other.query('create table t (a int)');
      const client = await RawClient.connect(embedded.server.port, name);
      client.send(serialize.query('begin; copy t from stdin'));
      await client.until('G');
      client.send(data('1\n'));
      await client.end();
      expect((await other.query('select * from t')).rows).toEqual([]);
    }));

  test('where nobody expects it, it fails instead of stopping the server', () =>
    embedded.withDatabase(async ({ connect }) => {
      const client = await connect();
      await client.query('create table t (a int)');
      await expect(client.query("do $$ begin execute 'copy t from stdin'; end $$")).rejects.toThrow();
      expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    }));
});

test('COPY … TO STDOUT, as text and of a query', () =>
  withRaw(async (client) => {
    client.send(serialize.query("copy (select 1, 'one') to stdout; select 2"));
    expect(summarize(await client.until('Z'))).toBe('H d c C(COPY 1) T D(2) C(SELECT 1) Z(I)');
  }));
