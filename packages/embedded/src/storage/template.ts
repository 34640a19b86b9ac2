import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Engine } from '../engine/engine.ts';
import { compilePostgres, PGLITE_RELEASE } from '../engine/pglite-distribution.ts';

/** Goes up when a template is made differently. */
const TEMPLATE_FORMAT = 2;
const TEMPLATE_NAME = `template-pglite-${PGLITE_RELEASE}-${TEMPLATE_FORMAT}`;

/** The name of the one database in the template. */
export const TEMPLATE_DATABASE = 'postgres';

/** Where templates are kept for all checkouts of a user: initdb takes seconds, a copy a twentieth of one. */
export function defaultCacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  const { XDG_CACHE_HOME: cacheHome, LOCALAPPDATA: localAppData } = environment;
  if (cacheHome !== undefined && cacheHome !== '') return join(cacheHome, 'godwit');
  if (process.platform === 'win32' && localAppData !== undefined) return join(localAppData, 'godwit', 'cache');
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'godwit');
}

/**
 * The data directory of an empty, cleanly closed cluster, made by initdb when it is not there yet. Safe with any number of
 * processes at once: each makes its own and renames it; the first wins. Where the cache cannot be written it goes to `fallback`.
 */
export async function ensureTemplate(cache: string, fallback: string): Promise<string> {
  for (const directory of [cache, fallback]) {
    const path = join(directory, TEMPLATE_NAME);
    if (existsSync(path)) return path;
  }
  try {
    return await makeTemplate(join(cache, TEMPLATE_NAME));
  } catch (error) {
    if (cache === fallback || !isNotWritable(error)) throw error;
    return await makeTemplate(join(fallback, TEMPLATE_NAME));
  }
}

async function makeTemplate(path: string): Promise<string> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  await mkdir(temporary);
  try {
    await Engine.initialize({ kind: 'initdb', directory: temporary, database: TEMPLATE_DATABASE, wasm: await compilePostgres() });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!existsSync(path)) throw error;
  }
  return path;
}

const NOT_WRITABLE = new Set(['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST']);

function isNotWritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_WRITABLE.has(String(error.code));
}
