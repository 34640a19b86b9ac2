import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

/** How the commands of a checkout find its server. What it says is believed only when that port answers to that token. */
export interface ServerState {
  readonly pid: number;
  readonly port: number;
  /** Proves that the server on the port is the one that wrote the file, and that a caller may stop it. */
  readonly token: string;
  /** ISO time. */
  readonly startedAt: string;
}

/** `.godwit/embedded` → `.godwit/embedded.json` */
export function statePath(directory: string): string {
  return `${resolve(directory)}.json`;
}

/** `.godwit/embedded` → `.godwit/embedded.log` */
export function logPath(directory: string): string {
  return `${resolve(directory)}.log`;
}

/** Null when there is none, or none that makes sense. */
export async function readState(directory: string): Promise<ServerState | null> {
  try {
    return parseState(JSON.parse(await readFile(statePath(directory), 'utf8')));
  } catch {
    return null;
  }
}

/** Replaces the file as a whole; readable by its owner only. */
export async function writeState(directory: string, state: ServerState): Promise<void> {
  const path = statePath(directory);
  await writeFile(`${path}.${state.pid}.tmp`, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.${state.pid}.tmp`, path);
}

/** Removes the file if it is still the one of this server. */
export async function removeState(directory: string, token: string): Promise<void> {
  const state = await readState(directory);
  if (state?.token === token) await rm(statePath(directory), { force: true });
}

function parseState(value: unknown): ServerState | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('pid' in value && 'port' in value && 'token' in value && 'startedAt' in value)) return null;
  const { pid, port, token, startedAt } = value;
  if (typeof pid !== 'number' || typeof port !== 'number' || typeof token !== 'string' || typeof startedAt !== 'string') return null;
  return { pid, port, token, startedAt };
}
