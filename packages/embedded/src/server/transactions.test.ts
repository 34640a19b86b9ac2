import { describe, expect, test } from 'vitest';
import { useServer } from '../testing/use-server.ts';

const { withDatabase } = useServer({ patienceMs: 400 });

describe('a transaction that is idle while another connection wants the backend', () => {
  test('makes room when it has only read, and goes on afterwards', () =>
    withDatabase(async ({ connect }) => {
      const [reader, writer] = [await connect(), await connect()];
      await writer.query('create table t (a int)');
      await reader.query('begin');
      expect((await reader.query('select count(*)::int as n from t')).rows).toEqual([{ n: 0 }]);
      await writer.query('insert into t values (1)');
      expect((await reader.query('select count(*)::int as n from t')).rows).toEqual([{ n: 1 }]);
      await reader.query('insert into t values (2)');
      await reader.query('rollback');
      expect((await writer.query('select a from t')).rows).toEqual([{ a: 1 }]);
    }));

  test('stays read only', () =>
    withDatabase(async ({ connect }) => {
      const [reader, writer] = [await connect(), await connect()];
      await writer.query('create table t (a int)');
      await reader.query('begin read only');
      await reader.query('select * from t');
      await writer.query('insert into t values (1)');
      await expect(reader.query('insert into t values (2)')).rejects.toMatchObject({ code: '25006' });
    }));

  test('keeps its table locks against others that lock', () =>
    withDatabase(async ({ connect }) => {
      const [a, b, c] = [await connect(), await connect(), await connect()];
      await a.query('create table t (a int); create table u (a int)');
      await a.query('begin; lock table t in exclusive mode');
      const events: string[] = [];
      await b.query('begin');
      const locked = b.query('lock public.t in exclusive mode').then(() => events.push('b has the lock'));
      await c.query('insert into u values (1)');
      await a.query('insert into t values (1)');
      events.push('a commits');
      await a.query('commit');
      await locked;
      expect(events).toEqual(['a commits', 'b has the lock']);
      expect((await b.query('select count(*)::int as n from t')).rows).toEqual([{ n: 1 }]);
      await b.query('commit');
    }));

  test.each([
    ['it has written', 'insert into t values (1)'],
    ['its snapshot matters', 'set transaction isolation level repeatable read'],
    ['it has a cursor', 'declare c cursor for select * from t'],
    ['it has settings of its own', "set local work_mem = '9MB'"],
    ['it has a savepoint', 'savepoint s'],
  ])('holds the others up when %s, and they are told', (_, statement) =>
    withDatabase(async ({ connect }) => {
      const [a, b] = [await connect({ application_name: 'the writer' }), await connect()];
      await a.query('create table t (a int)');
      await a.query('begin');
      await a.query(statement);
      await expect(b.query('select * from t')).rejects.toMatchObject({
        code: '55P03',
        message: expect.stringContaining('the writer (127.0.0.1:'),
      });
      await expect(b.query('select $1::int from t', [1])).rejects.toMatchObject({ code: '55P03' });
      await a.query('commit');
      await expect(b.query('select 1 as n')).resolves.toMatchObject({ rows: [{ n: 1 }] });
    }),
  );

  test('is waited for while it works', () =>
    withDatabase(async ({ connect }) => {
      const [a, b] = [await connect(), await connect()];
      await a.query('create table t (a int); begin; insert into t values (1)');
      const working = a.query('select pg_sleep(1); commit');
      expect((await b.query('select a from t')).rows).toEqual([{ a: 1 }]);
      await working;
    }));
});

test('a client that goes away while it waits does not come to its turn', () =>
  withDatabase(async ({ connect }) => {
    const [a, b] = [await connect(), await connect()];
    await a.query('create table t (a int); begin; insert into t values (1)');
    const waiting = b.query('insert into t values (2)').catch(() => undefined);
    await b.end();
    await waiting;
    await a.query('commit');
    expect((await a.query('select a from t')).rows).toEqual([{ a: 1 }]);
  }));

test('a cancel request ends the wait', () =>
  withDatabase(async ({ connect }) => {
    const [a, b] = [await connect(), await connect()];
    await a.query('create table t (a int); begin; insert into t values (1)');
    const waiting = expect(b.query('insert into t values (2)')).rejects.toMatchObject({ code: '57014' });
    await cancel(b);
    await waiting;
    await a.query('commit');
    expect((await b.query('select a from t')).rows).toEqual([{ a: 1 }]);
  }));

/** Sends the cancel request of a client's connection, as psql does on Ctrl-C. */
async function cancel(client: object): Promise<void> {
  const { connect } = await import('node:net');
  const { serialize } = await import('pg-protocol');
  if (!('processID' in client && 'secretKey' in client && 'port' in client)) throw new Error('not a connected client');
  const socket = connect({ host: '127.0.0.1', port: Number(client.port) });
  socket.end(serialize.cancel(Number(client.processID), Number(client.secretKey)));
  await new Promise((resolve) => socket.once('close', resolve));
}
