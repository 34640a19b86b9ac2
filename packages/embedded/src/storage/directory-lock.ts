import { DatabaseSync } from 'node:sqlite';

/** Held until released or until the process ends, however it ends. */
export interface DirectoryLock {
  release(): void;
}

/**
 * Takes the lock on a data directory, or returns null when another server has it.
 *
 * The lock is the operating system's, on a file of no content: it goes with its process, so there is no stale one to find out
 * about, whatever took over the process id since. SQLite is the one part of Node that takes such locks on every platform.
 */
export function lockDirectory(path: string): DirectoryLock | null {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { release: () => database.close() };
}

/** SQLITE_BUSY: somebody else holds it. */
const BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === BUSY;
}
