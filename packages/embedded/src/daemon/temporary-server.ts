import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrl } from '../database-url.ts';
import { ServerStartFailed } from '../errors/server-start-failed.ts';
import { recreateError } from './daemon-failure.ts';
import { spawnDaemon } from './spawn-daemon.ts';
import { logPath } from './state-file.ts';
import { dataDirectory } from './temporary-folder.ts';

export interface TemporaryServer {
  /** Of the database `postgres`; `databaseUrl` gives those of others. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Ends it; its process and its files are gone when this resolves. */
  stop(): Promise<void>;
}

/**
 * Starts a server for as long as this process lives, in a process and a folder of its own. It ends with this one and takes its folder along,
 * however this one ends: by Ctrl-C and SIGKILL, too.
 *
 * @throws DiskFull, DirectoryUnusable, ServerStartFailed, whose log stays
 */
export async function startTemporaryServer(): Promise<TemporaryServer> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-temporary-'));
  const directory = dataDirectory(folder);
  const { report, child } = await spawnDaemon({ entry: 'temporary-daemon', argument: folder, log: logPath(directory) });
  if (report.kind === 'failed') {
    const error = recreateError(report, { directory, port: null });
    if (!(error instanceof ServerStartFailed)) await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.ref();
      const gone = once(child, 'exit');
      if (child.connected) child.disconnect();
      await gone;
    }
    await rm(folder, { recursive: true, force: true });
  };
  return { url: databaseUrl({ port: report.port, database: 'postgres' }), port: report.port, pid: report.pid, stop };
}
