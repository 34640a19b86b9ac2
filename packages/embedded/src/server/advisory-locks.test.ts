import { expect, test } from 'vitest';
import { useServer } from '../testing/use-server.ts';

const { withDatabase } = useServer({ patienceMs: 500 });

const got = async (client: { query(sql: string): Promise<{ rows: { got: boolean }[] }> }, call: string): Promise<boolean | undefined> =>
  (await client.query(`select ${call} as got`)).rows[0]?.got;

test('a lock of one connection is refused to another, until it is given up as often as it was taken', () =>
  withDatabase(async ({ connect }) => {
    const [a, b] = [await connect(), await connect()];
    expect(await got(a, 'pg_try_advisory_lock(4727445306447283)')).toBe(true);
    expect(await got(a, 'pg_try_advisory_lock(4727445306447283)')).toBe(true);
    expect(await got(b, 'pg_try_advisory_lock(4727445306447283)')).toBe(false);
    expect(await got(b, 'pg_try_advisory_lock(1)')).toBe(true);
    expect(await got(a, 'pg_advisory_unlock(4727445306447283)')).toBe(true);
    expect(await got(b, 'pg_try_advisory_lock(4727445306447283)')).toBe(false);
    expect(await got(a, 'pg_advisory_unlock(4727445306447283)')).toBe(true);
    expect(await got(b, 'pg_try_advisory_lock(4727445306447283)')).toBe(true);
    expect(await got(a, 'pg_advisory_unlock(4727445306447283)')).toBe(false);
  }));

test('negative keys, pairs and shared locks', () =>
  withDatabase(async ({ connect }) => {
    const [a, b] = [await connect(), await connect()];
    await a.query('select pg_advisory_lock(-7), pg_advisory_lock(-1, 2), pg_advisory_lock_shared(9)');
    expect(await got(b, 'pg_try_advisory_lock(-7)')).toBe(false);
    expect(await got(b, 'pg_try_advisory_lock(-1, 2)')).toBe(false);
    expect(await got(b, 'pg_try_advisory_lock(-1, 3)')).toBe(true);
    expect(await got(b, 'pg_try_advisory_lock_shared(9)')).toBe(true);
    expect(await got(b, 'pg_advisory_unlock_shared(9)')).toBe(true);
    expect(await got(b, 'pg_try_advisory_lock(9)')).toBe(false);
    await a.query('select pg_advisory_unlock_all()');
    expect(await got(b, 'pg_try_advisory_lock(9) and pg_try_advisory_lock(-7)')).toBe(true);
  }));

test('locks end with their connection, whether it had the backend last or not', () =>
  withDatabase(async ({ connect }) => {
    const [a, b, c] = [await connect(), await connect(), await connect()];
    await a.query('select pg_advisory_lock(1)');
    await b.query('select pg_advisory_lock(2)');
    await Promise.all([a.end(), b.end()]);
    await expect.poll(() => got(c, 'pg_try_advisory_lock(1)')).toBe(true);
    await expect.poll(() => got(c, 'pg_try_advisory_lock(2)')).toBe(true);
  }));

test('pg_advisory_lock waits for the connection that has it', () =>
  withDatabase(async ({ connect }) => {
    const [a, b, c] = [await connect(), await connect(), await connect()];
    await a.query('select pg_advisory_lock(1)');
    const events: string[] = [];
    const simple = b.query('select pg_advisory_lock(1)').then(() => events.push('b has it'));
    const extended = c.query('select pg_advisory_xact_lock($1)', [1]).then(() => events.push('c had it'));
    await a.query('select 1');
    events.push('a gives it up');
    await a.query('select pg_advisory_unlock(1)');
    await simple;
    events.push('b gives it up');
    await b.query('select pg_advisory_unlock(1)');
    await extended;
    // c may come before b: nobody promised an order
    expect(events[0]).toBe('a gives it up');
    expect(events.toSorted()).toEqual(['a gives it up', 'b gives it up', 'b has it', 'c had it']);
  }));

test('inside a transaction it cannot wait, and says so', () =>
  withDatabase(async ({ connect }) => {
    const [a, b] = [await connect(), await connect()];
    await a.query('select pg_advisory_lock(1)');
    await b.query('begin');
    await expect(b.query('select pg_advisory_xact_lock(1)')).rejects.toMatchObject({
      code: '55P03',
      hint: expect.stringContaining('pg_try_advisory_lock'),
    });
    await b.query('rollback');
  }));
