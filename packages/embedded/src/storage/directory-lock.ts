import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held until released or until the process ends, however it ends. */
export interface DirectoryLock {
  /**
   * Whether the directory is still the one that was locked. One that was deleted, or deleted and made again, is not: its files have
   * the paths of ours and belong to somebody else.
   */
  isInPlace(): boolean;
  release(): void;
}

/**
 * Takes the lock on a data directory, or returns null when another server has it.
 *
 * The lock is the operating system's, on a file of no content: it goes with its process, so there is no stale one to find out
 * about, whatever took over the process id since. SQLite is the one part of Node that takes such locks on every platform. It keeps
 * the file open, so no other file is given its number meanwhile: a path that leads to this number leads to this file.
 */
export function lockDirectory(directory: string): DirectoryLock | null {
  const path = lockPath(directory);
  const database = open(path);
  if (database === null) return null;
  const locked = identityOf(path);
  try {
    writeFileSync(holderPath(directory), `${process.pid}\n`);
  } catch (error) {
    database.close();
    throw error;
  }
  return { isInPlace: () => identityOf(path) === locked, release: () => database.close() };
}

/** Whether some process has the lock on a directory; one that is not there is nobody's. */
export function isHeld(directory: string): boolean {
  if (!existsSync(lockPath(directory))) return false;
  const database = open(lockPath(directory));
  database?.close();
  return database === null;
}

/** The process that took the lock last, for a message: it may be gone. Null when that cannot be read. */
export function holderOf(directory: string): number | null {
  try {
    return Number.parseInt(readFileSync(holderPath(directory), 'utf8'), 10) || null;
  } catch {
    return null;
  }
}

function lockPath(directory: string): string {
  return join(directory, 'lock');
}

function holderPath(directory: string): string {
  return join(directory, 'pid');
}

/** Null when somebody else has the lock. */
function open(path: string): DatabaseSync | null {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('begin exclusive');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

/** Null where there is no file. */
function identityOf(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev}:${found.ino}`;
}

/** SQLITE_BUSY: somebody else holds it. */
const BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === BUSY;
}
