import { describe, expect, test } from 'vitest';
import { releaseAdvisoryLock, tryAdvisoryLock, withAdvisoryLock } from './advisory-lock.ts';
import type { Client } from './connect.ts';
import { describeLockHolder, type LockHolder } from './lock-holder.ts';
import { onRealServer } from './testing/on-real-server.ts';
import { withDatabase } from './testing/with-database.ts';

/** Above 2^32, so that both halves of the key count. */
const KEY = 4727445306447283n;
const NEGATIVE = -2n;

const patient = { patienceMs: 60_000 };
const impatient = { patienceMs: 0 };

const isFree = async (client: Client, key = KEY): Promise<boolean> => {
  const locked = await tryAdvisoryLock(client, key);
  if (locked) await releaseAdvisoryLock(client, key);
  return locked;
};

test('runs under the lock and returns what it returns', async () => {
  await withDatabase(async ({ client }) => {
    expect(await withAdvisoryLock(client, KEY, impatient, async () => 'done')).toBe('done');
    const { rows } = await client.query("select count(*) as held from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()");
    expect(rows).toEqual([{ held: 0n }]);
  });
});

test('refuses to wait inside a transaction', async () => {
  await withDatabase(async ({ client }) => {
    await client.query('begin');
    await expect(withAdvisoryLock(client, KEY, patient, async () => 'never')).rejects.toThrow(TypeError);
  });
});

onRealServer(describe)('with another session', () => {
  test.each([KEY, NEGATIVE])('keeps others out while it runs, with the key %s', async (key) => {
    await withDatabase(async ({ client, connect }) => {
      const other = await connect();
      await withAdvisoryLock(client, key, impatient, async () => expect(await isFree(other, key)).toBe(false));
      expect(await isFree(other, key)).toBe(true);
    });
  });

  test('is released after a failure, and out of a failed transaction', async () => {
    await withDatabase(async ({ client, connect }) => {
      const other = await connect();
      const failing = withAdvisoryLock(client, KEY, impatient, async () => {
        await client.query('begin');
        await client.query('select 1 / 0');
      });
      await expect(failing).rejects.toThrow('division by zero');
      expect(await isFree(other)).toBe(true);
      expect((await client.query('select 1 as alive')).rows).toEqual([{ alive: 1 }]);
    });
  });

  test('a connection that is lost under the lock gives back its own error, and the lock', async () => {
    await withDatabase(async ({ client, connect }) => {
      const other = await connect();
      const lost = withAdvisoryLock(client, KEY, impatient, async () => {
        const { rows } = await client.query('select pg_backend_pid() as pid');
        const running = client.query('select pg_sleep(600)');
        await Promise.all([running, other.query('select pg_terminate_backend($1)', [rows[0]?.pid])]);
      });
      await expect(lost).rejects.toMatchObject({ code: '57P01' });
      await expect.poll(() => isFree(other)).toBe(true);
    });
  });

  test('waits, names the holder, and goes on when it lets go', async () => {
    await withDatabase(async ({ client, connect }) => {
      const holder = await connect({ applicationName: 'the other deploy' });
      await tryAdvisoryLock(holder, KEY);
      const told: (LockHolder | null)[] = [];
      const onWait = (seen: LockHolder | null): void => {
        told.push(seen);
        void releaseAdvisoryLock(holder, KEY);
      };
      expect(await withAdvisoryLock(client, KEY, { ...patient, onWait }, async () => 'after')).toBe('after');
      const { rows } = await holder.query('select pg_backend_pid() as pid, current_user as user');
      expect(told).toEqual([expect.objectContaining({ pid: rows[0]?.pid, applicationName: 'the other deploy', user: rows[0]?.user })]);
      expect(told[0]?.connectedAt).toBeInstanceOf(Date);
    });
  });

  test('tells again when the holder changes', async () => {
    await withDatabase(async ({ client, connect }) => {
      // The one that waits has the lower process number: it must not pass for the holder.
      const second = await connect({ applicationName: 'second' });
      const first = await connect({ applicationName: 'first' });
      await tryAdvisoryLock(first, KEY);
      // Queued inside the server, it takes the lock over the moment the first lets go.
      const queued = second.query('select pg_advisory_lock($1)', [KEY]);
      const told: (string | null | undefined)[] = [];
      const onWait = (seen: LockHolder | null): void => {
        told.push(seen?.applicationName);
        if (told.length === 1) void releaseAdvisoryLock(first, KEY);
        else void queued.then(() => releaseAdvisoryLock(second, KEY));
      };
      await expect.poll(async () => (await client.query('select 1 from pg_locks where not granted')).rows.length).toBe(1);
      await withAdvisoryLock(client, KEY, { ...patient, onWait }, async () => undefined);
      expect(told).toEqual(['first', 'second']);
    });
  });

  test('holds no snapshot while it waits, so that CREATE INDEX CONCURRENTLY of the holder goes through', async () => {
    await withDatabase(async ({ client, connect }) => {
      const holder = await connect();
      await holder.query('create table t (a int)');
      await tryAdvisoryLock(holder, KEY);
      let tell = (): void => undefined;
      const waiting = new Promise<void>((resolve) => {
        tell = resolve;
      });
      const waiter = withAdvisoryLock(client, KEY, { ...patient, onWait: () => tell() }, async () => 'after');
      await waiting;
      await holder.query('create index concurrently on t (a)');
      await releaseAdvisoryLock(holder, KEY);
      expect(await waiter).toBe('after');
    });
  });

  test('gives up when patience is over, with who holds it and since when', async () => {
    await withDatabase(async ({ client, connect }) => {
      const holder = await connect({ applicationName: 'stuck' });
      await tryAdvisoryLock(holder, KEY);
      const { rows } = await holder.query('select pg_backend_pid() as pid');
      const never = async () => expect.fail('It ran');
      await expect(withAdvisoryLock(client, KEY, { patienceMs: 30 }, never)).rejects.toMatchObject({
        code: 'GW109',
        exitCode: 3,
        holder: { pid: rows[0]?.pid },
        details: [expect.stringContaining('stuck')],
        help: expect.stringContaining(`pg_terminate_backend(${rows[0]?.pid})`),
      });
    });
  });

  test('stops when the caller gives up', async () => {
    await withDatabase(async ({ client, connect }) => {
      const holder = await connect();
      await tryAdvisoryLock(holder, KEY);
      const given = new AbortController();
      const reason = new Error('given up');
      const onWait = () => given.abort(reason);
      await expect(withAdvisoryLock(client, KEY, { ...patient, onWait, signal: given.signal }, async () => 'never')).rejects.toBe(reason);
      expect((await client.query('select 1 as usable')).rows).toEqual([{ usable: 1 }]);
    });
  });

  test('another database has a lock of its own', async () => {
    await withDatabase(async ({ client }) => {
      await withDatabase(async ({ client: elsewhere }) => {
        await tryAdvisoryLock(elsewhere, KEY);
        expect(await isFree(client)).toBe(true);
      });
    });
  });
});

test('a holder in words', () => {
  const connectedAt = new Date('2025-01-02T03:04:05.678Z');
  const holder = { pid: 7, applicationName: 'godwit', user: 'app', address: '10.0.0.1', connectedAt, state: 'idle', stateSince: null };
  expect(describeLockHolder(holder)).toBe('pid 7 (godwit, app@10.0.0.1, idle, since 2025-01-02 03:04:05 UTC)');
  const hidden = { pid: 7, applicationName: null, user: null, address: null, connectedAt: null, state: null, stateSince: null };
  expect(describeLockHolder(hidden)).toBe('pid 7');
});
