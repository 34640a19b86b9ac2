import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { FilesNotWritable, FolderBusy } from './errors.ts';

/** Who is changing a project's files. */
const holderSchema = v.object({ pid: v.number(), started: v.string(), host: v.string(), command: v.string(), since: v.string() });

type Holder = v.InferOutput<typeof holderSchema>;

export interface FolderLockOptions {
  /** The folder that holds `.godwit/`. */
  readonly root: string;
  /** As it was typed, for whoever finds it taken: `godwit commit`. */
  readonly command: string;
  readonly now: () => Date;
}

/**
 * Runs while no other command changes the project's files. The mark of a process that is gone is taken away: a killed command is in
 * nobody's way.
 *
 * @throws FolderBusy, FilesNotWritable
 */
export async function withFolderLock<T>({ root, command, now }: FolderLockOptions, work: () => Promise<T>): Promise<T> {
  const path = lockPath(root);
  const holder = { pid: process.pid, started: startOf(process.pid), host: hostname(), command, since: now().toISOString() };
  await takeLock(path, `${JSON.stringify(holder)}\n`);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

/** The command that is changing the project's files at this moment; null when there is none. */
export async function folderLockHolder(root: string): Promise<string | null> {
  const text = await readOrNull(lockPath(root));
  const holder = text === null ? null : parseHolder(text);
  return holder !== null && !isGone(holder) ? holder.command : null;
}

function lockPath(root: string): string {
  return join(root, '.godwit', 'lock');
}

async function takeLock(path: string, text: string): Promise<void> {
  for (;;) {
    if (await create(path, text)) return;
    const found = await readOrNull(path);
    if (found === null) continue;
    const holder = parseHolder(found);
    if (holder !== null && !isGone(holder)) throw new FolderBusy({ ...holder, lock: path, here: holder.host === hostname() });
    await clearAway(path, found);
  }
}

/** Whole at once: nobody reads half a mark. @returns false when there is one */
async function create(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(draft, 'wx');
    await file.writeFile(text).finally(() => file.close());
    await link(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw new FilesNotWritable(path, error);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Takes the mark of a process that is gone away, and gives it back when another command was quicker and has put its own there. */
async function clearAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw new FilesNotWritable(path, error);
  }
  if ((await readOrNull(aside)) !== stale) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

function parseHolder(text: string): Holder | null {
  try {
    const parsed = v.safeParse(holderSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** A number that is in use again belongs to a process that began at another time. Of another machine's nobody can tell. */
function isGone({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return !isCode(error, 'EPERM');
  }
  return startOf(pid) !== started;
}

/** When a process began, in the system's own words; empty where it does not say (only Linux does, in a file). */
function startOf(pid: number): string {
  try {
    // The name of the program, in parentheses, may hold anything; the 20th word after it is the start in clock ticks since boot.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

async function readOrNull(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw new FilesNotWritable(path, error);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
