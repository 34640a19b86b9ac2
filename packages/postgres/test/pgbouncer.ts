import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSettings } from '../src/settings.ts';
import { waitForServer } from '../src/wait-for-server.ts';
import { closedPort } from './fake-server.ts';

export const hasPgBouncer = spawnSync('pgbouncer', ['--version']).status === 0;

export interface PgBouncerOptions {
  readonly mode: 'session' | 'transaction' | 'statement';
  /** How many connections it has to the server. */
  readonly size?: number;
}

/** Runs with a real PgBouncer in front of a database. */
export async function withPgBouncer<T>(
  target: DatabaseSettings,
  { mode, size = 5 }: PgBouncerOptions,
  run: (pooled: DatabaseSettings) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-pgbouncer-'));
  const port = await closedPort();
  const password = target.password === undefined ? '' : ` password='${target.password.replaceAll("'", "''")}'`;
  const file = join(folder, 'pgbouncer.ini');
  const lines = [
    '[databases]',
    `* = host='${target.host}' port=${target.port} user='${target.user}'${password}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    `pool_mode = ${mode}`,
    `default_pool_size = ${size}`,
    '',
  ];
  await writeFile(file, lines.join('\n'));
  await chmod(folder, 0o755);
  // It refuses to run as root.
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const bouncer: ChildProcess = spawn('pgbouncer', [...user, file], { stdio: 'ignore' });
  const ended = once(bouncer, 'exit');
  const pooled: DatabaseSettings = { ...target, host: '127.0.0.1', port, password: undefined, ssl: { mode: 'disable' } };
  try {
    await waitForServer(pooled, { timeoutMs: 10_000 });
    return await run(pooled);
  } finally {
    bouncer.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}
