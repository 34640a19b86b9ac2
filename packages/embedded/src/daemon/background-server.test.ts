import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { databaseUrl } from '../database-url.ts';
import { DataUnreadable } from '../errors/data-unreadable.ts';
import { DirectoryUnusable } from '../errors/directory-unusable.ts';
import { EmbeddedInProduction } from '../errors/embedded-in-production.ts';
import { PortInUse } from '../errors/port-in-use.ts';
import { RunsOnAnotherPort } from '../errors/runs-on-another-port.ts';
import { startServer } from '../server/server.ts';
import { untilGone, useCheckout } from '../testing/use-checkout.ts';
import { query } from '../testing/use-server.ts';
import { serverStatus } from './server-status.ts';
import { readState, statePath } from './state-file.ts';
import { stopServer } from './stop-server.ts';

const checkout = useCheckout();

/** A listener that is no embedded server. */
async function occupy(port: number): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, close: () => server.close() };
}

describe('a background server', () => {
  test('is started once, found by others, tells about itself, and stops', async () => {
    expect(await serverStatus(checkout.directory)).toBeNull();
    expect(await stopServer(checkout.directory)).toBe(false);
    const first = await checkout.ensure();
    expect(first).toMatchObject({ started: true, url: `postgres://postgres@127.0.0.1:${first.port}/postgres` });
    expect(await checkout.ensure()).toEqual({ ...first, started: false });
    await query(first.url, 'create database app');
    await expect.poll(async () => (await serverStatus(checkout.directory))?.idleStopAt).not.toBeNull();
    expect(await serverStatus(checkout.directory)).toMatchObject({
      pid: first.pid,
      port: first.port,
      url: first.url,
      connections: 0,
      idleStopAt: expect.stringMatching(/^\d{4}-/),
      databases: [
        { name: 'app', url: databaseUrl({ port: first.port, database: 'app' }), connections: 0, bytes: expect.any(Number) },
        { name: 'postgres', connections: 0 },
      ],
    });
    expect(await stopServer(checkout.directory)).toBe(true);
    expect(await serverStatus(checkout.directory)).toBeNull();
    expect(existsSync(statePath(checkout.directory))).toBe(false);
  });

  test('keeps its port over a restart', async () => {
    const { port } = await checkout.ensure();
    await stopServer(checkout.directory);
    expect((await checkout.ensure()).port).toBe(port);
  });

  test('outlives the command that started it, and does not keep its output open', async () => {
    const { pid, url } = await checkout.ensureElsewhere();
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect((await serverStatus(checkout.directory))?.pid).toBe(pid);
  });

  test('is one, however many ask for it at once', async () => {
    const addresses = await Promise.all([1, 2, 3, 4].map(() => checkout.ensureElsewhere()));
    expect(new Set(addresses.map(({ pid }) => pid)).size).toBe(1);
    expect(addresses.filter(({ started }) => started)).toHaveLength(1);
  });

  test('killed, starts again, and committed rows are there', async () => {
    const { pid, url } = await checkout.ensure();
    await query(url, 'create table t as select generate_series(1, 1000) as a');
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('begin; insert into t values (0)');
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    expect(await readState(checkout.directory)).not.toBeNull();
    expect(await serverStatus(checkout.directory)).toBeNull();
    const again = await checkout.ensure();
    expect(again.pid).not.toBe(pid);
    expect(await query(again.url, 'select count(*)::int as n, min(a) as least from t')).toEqual([{ n: 1000, least: 1 }]);
  });

  test('killed while a connection had put its locks and temporary tables aside, keeps neither', async () => {
    const { pid, url } = await checkout.ensure();
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create temp table mine as select 1 as a; select pg_advisory_lock(42)');
    const leftBehind = `select
      (select count(*)::int from pg_catalog.pg_namespace where nspname ~ '^pg_temp_[0-9]{7,}$') as schemas,
      (select count(*)::int from pg_catalog.pg_prepared_xacts) as locks`;
    expect(await query(url, leftBehind)).toEqual([{ schemas: 1, locks: 1 }]);
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    const again = await checkout.ensure();
    expect(await query(again.url, leftBehind)).toEqual([{ schemas: 0, locks: 0 }]);
    expect(await query(again.url, 'select pg_try_advisory_lock(42) as taken')).toEqual([{ taken: true }]);
  });

  test.each([5, 60])('killed while databases are made and dropped, leaves none that is half there: after %i ms', async (afterMs) => {
    const { pid, url } = await checkout.ensure();
    await query(url, 'create database kept');
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    const churn = async () => {
      for (let n = 0; ; n++) {
        if (n === 3) setTimeout(() => process.kill(pid, 'SIGKILL'), afterMs);
        await client.query(`create database churn_${n}; drop database churn_${n}`);
      }
    };
    await expect(churn()).rejects.toThrow();
    await untilGone(pid);
    const again = await checkout.ensure();
    const names = await query(again.url, "select datname from pg_database where datname not like 'template%' order by 1");
    for (const { datname } of names)
      expect(await query(databaseUrl({ port: again.port, database: String(datname) }), 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(names).toContainEqual({ datname: 'kept' });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
    const { pid, url } = await checkout.ensure();
    await query(url, 'create table t as select 7 as a');
    process.kill(pid, signal);
    await untilGone(pid);
    expect(existsSync(statePath(checkout.directory))).toBe(false);
    expect(await query((await checkout.ensure()).url, 'select a from t')).toEqual([{ a: 7 }]);
  });

  test('ends by itself when nobody is connected, and not before', async () => {
    const { pid, url } = await checkout.ensure({ idleMs: 5000 });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('select pg_sleep(6)');
    expect(await serverStatus(checkout.directory)).toMatchObject({ pid, connections: 1, idleStopAt: null });
    await client.end();
    await untilGone(pid);
    expect(existsSync(statePath(checkout.directory))).toBe(false);
  });

  test('stops though a statement runs, and keeps what was committed', async () => {
    const { url } = await checkout.ensure();
    await query(url, 'create table t as select 7 as a');
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    const endless = client.query('select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b').catch(() => 'ended');
    expect(await stopServer(checkout.directory)).toBe(true);
    expect(await endless).toBe('ended');
    expect(await query((await checkout.ensure()).url, 'select a from t')).toEqual([{ a: 7 }]);
  });
});

test('a server that is asked for while the last one stops is a new one', async () => {
  const { pid, url } = await checkout.ensure();
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const busy = client.query('select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b').catch(() => undefined);
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => existsSync(statePath(checkout.directory))).toBe(false);
  const next = await checkout.ensure();
  expect(next).toMatchObject({ started: true });
  expect(await query(next.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await busy;
});

describe('a data directory that is deleted while its server runs', () => {
  test('belongs to the next server: the old one ends and writes nothing into it', async () => {
    const old = await checkout.ensure();
    await query(old.url, 'create table of_old as select generate_series(1, 1000) as a');
    const client = new pg.Client({ connectionString: old.url });
    const farewell = new Promise<Error>((resolve) => client.on('error', resolve));
    await client.connect();
    await rm(dirname(checkout.directory), { recursive: true });
    const next = await checkout.ensure();
    expect(next).toMatchObject({ started: true });
    await query(next.url, 'create table of_next as select generate_series(1, 1000) as a');
    await untilGone(old.pid);
    expect(await farewell).toMatchObject({ code: '57P02', message: expect.stringContaining('was deleted') });
    expect(await serverStatus(checkout.directory)).toMatchObject({ pid: next.pid });
    await stopServer(checkout.directory);
    const { url } = await checkout.ensure();
    expect(await query(url, "select count(*)::int as n, to_regclass('of_old') as old from of_next")).toEqual([{ n: 1000, old: null }]);
  });

  test('is not found under its state file, which goes with the server', async () => {
    const { pid } = await checkout.ensure();
    await rm(checkout.directory, { recursive: true });
    expect(await serverStatus(checkout.directory)).toBeNull();
    await untilGone(pid);
    expect(existsSync(statePath(checkout.directory))).toBe(false);
  });

  test('is left as it is by a server that is stopped in that moment', async () => {
    const server = await startServer({ directory: checkout.directory });
    await query(server.url(), 'create table t as select generate_series(1, 1000) as a');
    await rm(checkout.directory, { recursive: true });
    await mkdir(checkout.directory);
    await writeFile(`${checkout.directory}/databases.json`, 'of another');
    await expect(query(server.url(), 'create database late')).rejects.toThrow();
    await server.stop();
    expect(await readdir(checkout.directory)).toEqual(['databases.json']);
    expect(await readFile(`${checkout.directory}/databases.json`, 'utf8')).toBe('of another');
  });
});

describe('a state file that goes wrong while the server runs', () => {
  const damages: readonly (readonly [string, (path: string) => Promise<void>])[] = [
    ['deleted', (path) => rm(path)],
    ['cut off', (path) => writeFile(path, '{"pid": 1')],
    ['of another', (path) => writeFile(path, JSON.stringify({ pid: 1, port: 1, token: 'x', startedAt: '' }))],
  ];

  test.each(damages)('%s, is written again: the server is found, and stopped', async (_, damage) => {
    const { pid, port } = await checkout.ensure();
    await damage(statePath(checkout.directory));
    expect(await checkout.ensure()).toMatchObject({ pid, port, started: false });
    await damage(statePath(checkout.directory));
    expect(await serverStatus(checkout.directory)).toMatchObject({ pid });
    await damage(statePath(checkout.directory));
    expect(await stopServer(checkout.directory)).toBe(true);
    await untilGone(pid);
  });
});

describe('a state file that is not true', () => {
  const pretend = async (port: number): Promise<void> => {
    await mkdir(dirname(checkout.directory), { recursive: true });
    const state = { pid: process.pid, port, token: 'of another', startedAt: new Date().toISOString() };
    await writeFile(statePath(checkout.directory), JSON.stringify(state));
  };

  test('names a process that is another now, on a port where nobody is', async () => {
    const { port, close } = await occupy(0);
    close();
    await pretend(port);
    expect(await checkout.ensure()).toMatchObject({ started: true });
  });

  test('names a port that another program has', async () => {
    const other = await occupy(0);
    await pretend(other.port);
    expect(await stopServer(checkout.directory)).toBe(false);
    const server = await checkout.ensure();
    expect(server.port).not.toBe(other.port);
    other.close();
  });

  test('is no state at all', async () => {
    await mkdir(dirname(checkout.directory), { recursive: true });
    await writeFile(statePath(checkout.directory), '{"pid": 1');
    expect(await serverStatus(checkout.directory)).toBeNull();
    expect(await checkout.ensure()).toMatchObject({ started: true });
  });
});

describe('a server that cannot start', () => {
  test('never runs in production', async () => {
    await expect(checkout.ensure({ environment: { ENVIRONMENT: 'production' } })).rejects.toThrow(EmbeddedInProduction);
    await expect(checkout.ensure({ environment: { GODWIT_ENV: 'production' } })).rejects.toMatchObject({ code: 'GW140' });
    expect(existsSync(checkout.directory)).toBe(false);
  });

  test('says that the demanded port is in use, by another or by itself elsewhere', async () => {
    const other = await occupy(0);
    await expect(checkout.ensure({ port: other.port })).rejects.toThrow(PortInUse);
    other.close();
    const { port } = await checkout.ensure();
    await expect(checkout.ensure({ port: port + 1 })).rejects.toThrow(RunsOnAnotherPort);
    expect((await checkout.ensure({ port })).started).toBe(false);
  });

  test('says that the directory is another server’s', async () => {
    const server = await startServer({ directory: checkout.directory });
    await expect(startServer({ directory: checkout.directory })).rejects.toMatchObject({ code: 'GW141', pid: process.pid });
    await server.stop();
    await (await startServer({ directory: checkout.directory })).stop();
  });

  test('says that the directory is none', async () => {
    await mkdir(dirname(checkout.directory), { recursive: true });
    await writeFile(checkout.directory, 'a file');
    await expect(checkout.ensure()).rejects.toThrow(DirectoryUnusable);
  });

  test.each([
    ['damaged', '{"nextId": '],
    ['made by another PostgreSQL', '{"postgres": "17", "nextId": 1, "databases": []}'],
  ])('says that the data is %s', async (_, content) => {
    await mkdir(checkout.directory, { recursive: true });
    await writeFile(`${checkout.directory}/databases.json`, content);
    await expect(checkout.ensure()).rejects.toThrow(DataUnreadable);
    expect(await readFile(`${checkout.directory}/databases.json`, 'utf8')).toBe(content);
  });
});
