import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type DatabaseSettings, parseDatabaseUrl } from '@godwit/postgres';

/** A server that a test may restart, since nobody else is on it. */
export interface OwnServer {
  readonly settings: DatabaseSettings;
  readonly url: string;
  /** As an administrator does it: `fast` ends the sessions, `immediate` is a crash, after which the server recovers. Resolves when it answers again. */
  readonly restart: (mode: 'fast' | 'immediate') => Promise<void>;
}

/** Where Debian's packages put the programs of a server, a folder a version. */
const DEBIAN = '/usr/lib/postgresql';

/** The folder of `initdb` and `pg_ctl`: of `GODWIT_TEST_SERVER_PROGRAMS`, of the newest of Debian's packages, of PATH; null where there is none. */
export function serverPrograms(environment: Readonly<Record<string, string | undefined>> = process.env): string | null {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    environment.GODWIT_TEST_SERVER_PROGRAMS ?? '',
    ...debian.map((version) => join(DEBIAN, version, 'bin')),
    ...(environment.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => folder !== '' && ['initdb', 'pg_ctl'].every((program) => existsSync(join(folder, program)))) ?? null;
}

/** PostgreSQL does not run as root: there it runs as `nobody`. */
const NOBODY = 65_534;

/** Runs with a new server and takes it away however that ends. */
export async function withOwnServer<T>(programs: string, run: (server: OwnServer) => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const directory = await mkdtemp(join(tmpdir(), 'godwit-server-'));
  const call = (program: string, ...given: string[]) =>
    promisify(execFile)(join(programs, program), given, { ...identity, cwd: directory });
  const data = join(directory, 'data');
  const log = join(directory, 'log');
  try {
    if (isRoot) await chown(directory, NOBODY, NOBODY);
    await chmod(directory, 0o700);
    await call('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync');
    const port = await freePort();
    // -F: what a test loses when the machine goes down is no loss.
    const options = `-F -p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='${directory}'`;
    await call('pg_ctl', 'start', '-D', data, '-l', log, '-w', '-o', options);
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    try {
      return await run({
        url,
        settings: parseDatabaseUrl(url, 'test'),
        restart: async (mode) => void (await call('pg_ctl', 'restart', '-D', data, '-l', log, '-w', '-m', mode)),
      });
    } finally {
      await call('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('a listener without a port');
  return address.port;
}
