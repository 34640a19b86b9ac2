import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { DiskFull } from '../errors/disk-full.ts';
import { query } from '../testing/use-server.ts';
import { type RunningServer, startServer } from './server.ts';

const disk = mkdtempSync(join(tmpdir(), 'godwit-small-'));
const isMounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status === 0;
const directory = join(disk, 'server');
const filler = join(disk, 'filler');

let server: RunningServer | undefined;

afterAll(async () => {
  await server?.stop();
  if (isMounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

function fill(): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(bavail * bsize));
}

describe.skipIf(!isMounted)('a full disk (skipped where this process may not mount a small one)', () => {
  test('keeps the server from starting, with the reason', async () => {
    fill();
    await expect(startServer({ directory })).rejects.toThrow(DiskFull);
    rmSync(filler);
  });

  test('fails the statement, and damages nothing', async () => {
    server = await startServer({ directory });
    const client = new pg.Client({ connectionString: server.url() });
    const farewell = new Promise<Error>((resolve) => client.on('error', resolve));
    await client.connect();
    await client.query('create table t as select generate_series(1, 1000) as a');
    fill();
    await expect(client.query('create database no_room')).rejects.toMatchObject({ code: '53100' });
    await expect(client.query('insert into t select generate_series(1, 1000000)')).rejects.toMatchObject({ code: '53100' });
    expect((await client.query('select count(*)::int as n from t')).rows).toEqual([{ n: 1000 }]);
    // no room for the write-ahead log is the end of a backend: its connections are told, the next one recovers
    const write = "select pg_logical_emit_message(true, 'x', repeat('x', 1000000)) from generate_series(1, 20)";
    await expect(client.query(write)).rejects.toMatchObject({ code: '53100' });
    expect(await farewell).toMatchObject({ code: '57P02' });
    rmSync(filler);
    expect(await query(server.url(), 'select count(*)::int as n from t')).toEqual([{ n: 1000 }]);
    await query(server.url(), 'create database with_room');
    expect(await query(server.url('with_room'), 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await query(server.url(), "select 1 from pg_database where datname = 'no_room'")).toEqual([]);
  });
});
