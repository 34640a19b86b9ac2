import { setTimeout as delay } from 'node:timers/promises';
import { ServerNotStopping } from '../errors/server-not-stopping.ts';
import { control } from './control-client.ts';
import { readState } from './state-file.ts';

/** Longer than a server waits for its statements. */
const STOP_MS = 20_000;
const POLL_MS = 10;

/**
 * Stops the embedded server of a checkout: its databases are closed when this resolves.
 *
 * @returns false when none was running
 * @throws ServerNotStopping
 */
export async function stopServer(directory: string): Promise<boolean> {
  const state = await readState(directory);
  if (state === null) return false;
  if ((await control({ ...state, command: 'stop', timeoutMs: STOP_MS })) === null) return false;
  const deadline = Date.now() + STOP_MS;
  while (isAlive(state.pid)) {
    if (Date.now() > deadline) throw new ServerNotStopping(state.pid);
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
