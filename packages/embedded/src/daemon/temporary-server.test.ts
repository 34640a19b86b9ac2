import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { untilGone } from '../testing/use-checkout.ts';
import { query } from '../testing/use-server.ts';

interface Starter {
  readonly process: ChildProcess;
  readonly url: string;
  readonly pid: number;
}

/** Where the server has its folder: nothing is left in it. */
let folder = '';
let started: Starter[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'godwit-starter-'));
});

afterEach(async () => {
  for (const { process } of started) process.kill('SIGKILL');
  for (const { pid } of started) await untilGone(pid);
  started = [];
  await rm(folder, { recursive: true, force: true });
});

/** But for what Node keeps of compiled modules. */
const left = async () => (await readdir(folder)).filter((name) => name !== 'node-compile-cache');

/** A process that starts a temporary server, and goes on with `then`. */
async function startElsewhere(then: string): Promise<Starter> {
  const entry = new URL('../client.ts', import.meta.url).href;
  const code = `import { startTemporaryServer } from '${entry}'; const server = await startTemporaryServer(); console.log(JSON.stringify(server)); ${then}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TMPDIR: folder, TEMP: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
  const starter = { process: child, ...JSON.parse(line) };
  started.push(starter);
  return starter;
}

const WAITS = 'process.stdin.resume()';
const STOPS = "process.stdin.once('data', async () => { await server.stop(); console.log('stopped'); process.exit(0); })";

describe('a temporary server', () => {
  test('is there until it is stopped, and leaves nothing then', async () => {
    const { process: starter, pid, url } = await startElsewhere(STOPS);
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    const answer = once(starter.stdout ?? starter, 'data');
    starter.stdin?.write('stop\n');
    expect(await answer).toEqual(['stopped\n']);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(await left()).toEqual([]);
  });

  test('keeps no process waiting, and goes with the one that started it', async () => {
    const { process: starter, pid } = await startElsewhere('');
    if (starter.exitCode === null) await once(starter, 'exit');
    expect(starter.exitCode).toBe(0);
    await untilGone(pid);
    expect(await left()).toEqual([]);
  });

  test.each(['SIGKILL', 'SIGINT', 'SIGTERM'] as const)(
    'is gone with its files after %s to the one that started it, whoever is connected',
    async (signal) => {
      const { process: starter, pid, url } = await startElsewhere(WAITS);
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => undefined);
      await client.connect();
      await client.query('begin; create table t as select 1 as a');
      starter.kill(signal);
      await untilGone(pid);
      expect(await left()).toEqual([]);
    },
  );

  test('that ended by itself can be stopped all the same', async () => {
    const { process: starter, pid } = await startElsewhere(STOPS);
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    const answer = once(starter.stdout ?? starter, 'data');
    starter.stdin?.write('stop\n');
    expect(await answer).toEqual(['stopped\n']);
    expect(await left()).toEqual([]);
  });
});
