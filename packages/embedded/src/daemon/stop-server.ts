import { setTimeout as delay } from 'node:timers/promises';
import { ServerNotStopping } from '../errors/server-not-stopping.ts';
import { askServer } from './ask-server.ts';

/** Longer than a server waits for its statements. */
const STOP_MS = 20_000;
const POLL_MS = 10;

/**
 * Stops the embedded server of a checkout: its databases are closed when this resolves.
 *
 * @returns false when none was running
 * @throws ServerNotStopping, DirectoryInUse when a process has the data directory that does not answer
 */
export async function stopServer(directory: string): Promise<boolean> {
  const asked = await askServer({ directory, command: 'stop', timeoutMs: STOP_MS });
  if (asked === null) return false;
  const deadline = Date.now() + STOP_MS;
  while (isAlive(asked.pid)) {
    if (Date.now() > deadline) throw new ServerNotStopping(asked.pid);
    await delay(POLL_MS);
  }
  return true;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
