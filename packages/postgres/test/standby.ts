import { spawnSync } from 'node:child_process';
import { appendFile, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDatabaseUrl } from '../src/database-url.ts';
import type { DatabaseSettings } from '../src/settings.ts';
import { withClient } from '../src/with-client.ts';
import { closedPort } from './fake-server.ts';

/** The folder of PostgreSQL's own programs; null where only a client is installed. */
const programs = findPrograms();

export const hasPrograms = programs !== null;

/** A server that takes writes, and one that follows it. */
export interface Pair {
  readonly primary: DatabaseSettings;
  readonly standby: DatabaseSettings;
  /** Ends when the standby has what the primary has now. */
  readonly caughtUp: () => Promise<void>;
}

/** Runs with a server of its own and a streaming standby of it. */
export async function withStandby<T>(run: (pair: Pair) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-standby-'));
  const owner = serverUser();
  if (owner !== null) await chown(folder, owner.uid, owner.gid);
  const call = (name: string, ...argv: readonly string[]): void => {
    const { status, stderr, error } = spawnSync(join(programs ?? '', name), [...argv], { ...owner, cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} failed: ${stderr}`, { cause: error });
  };
  const [first, second] = [join(folder, 'primary'), join(folder, 'standby')];
  const [firstPort, secondPort] = [await closedPort(), await closedPort()];
  const started: string[] = [];
  const start = (data: string): void => {
    call('pg_ctl', '-D', data, '-l', `${data}.log`, '-w', 'start');
    started.push(data);
  };
  try {
    call('initdb', '-D', first, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
    const settings = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'fsync = off', `port = ${firstPort}`, ''];
    await appendFile(join(first, 'postgresql.conf'), settings.join('\n'));
    start(first);
    call('pg_basebackup', '-h', '127.0.0.1', '-p', String(firstPort), '-U', 'postgres', '-D', second, '-R', '-c', 'fast', '--no-sync');
    await appendFile(join(second, 'postgresql.conf'), `port = ${secondPort}\n`);
    start(second);
    const [primary, standby] = [settingsOf(firstPort), settingsOf(secondPort)];
    return await run({ primary, standby, caughtUp: () => caughtUp(primary) });
  } finally {
    for (const data of started.toReversed()) call('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
    await rm(folder, { recursive: true, force: true });
  }
}

function settingsOf(port: number): DatabaseSettings {
  return { ...parseDatabaseUrl(`postgres://postgres@127.0.0.1:${port}/postgres?sslmode=disable`, 'DATABASE_URL'), origin: 'test' };
}

/** A commit that waits for the standby to have replayed it has everything before it replayed as well. */
async function caughtUp(primary: DatabaseSettings): Promise<void> {
  await withClient(primary, async (client) => {
    await client.query("alter system set synchronous_standby_names = '*'");
    await client.query('select pg_reload_conf()');
    await client.query("set synchronous_commit to 'remote_apply'");
    await client.query('create table if not exists public.caught_up ()');
    await client.query('drop table public.caught_up');
  });
}

/** A server refuses to run as root. */
function serverUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout));
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

function findPrograms(): string | null {
  const { status, stdout } = spawnSync('sh', [
    '-c',
    'ls -d /usr/lib/postgresql/*/bin "$(pg_config --bindir)" 2>/dev/null | sort -V | tail -n 1',
  ]);
  const folder = status === 0 ? stdout.toString().trim() : '';
  return folder !== '' && spawnSync(join(folder, 'initdb'), ['--version']).status === 0 ? folder : null;
}
