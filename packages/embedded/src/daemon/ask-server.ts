import { setTimeout as delay } from 'node:timers/promises';
import { DirectoryInUse } from '../errors/directory-in-use.ts';
import { holderOf, isHeld } from '../storage/directory-lock.ts';
import { type ControlCommand, control } from './control-client.ts';
import { readState } from './state-file.ts';

/** Longer than a server takes to write its state file again, or to stop. */
const ANSWER_MS = 10_000;
const POLL_MS = 50;

/**
 * Gives a command to the server of a checkout. Who has the lock on the data directory is the server: when its state file is damaged,
 * deleted or not there yet, this waits until it is written again.
 *
 * @returns null when no server runs
 * @throws DirectoryInUse when one has the directory and does not answer
 */
export async function askServer(options: {
  readonly directory: string;
  readonly command: ControlCommand;
  /** For one answer; 5 s unless given. */
  readonly timeoutMs?: number;
}): Promise<{ readonly pid: number; readonly answer: string } | null> {
  const { directory } = options;
  const deadline = Date.now() + ANSWER_MS;
  for (;;) {
    const state = await readState(directory);
    const answer = state === null ? null : await control({ ...options, ...state });
    if (state !== null && answer !== null) return { pid: state.pid, answer };
    if (!isHeld(directory)) return null;
    if (Date.now() > deadline) throw new DirectoryInUse(directory, holderOf(directory));
    await delay(POLL_MS);
  }
}
