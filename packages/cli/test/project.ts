import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashRevision, serializeRevert, serializeRevision, slugify } from '@godwit/history';

const ENTRY = fileURLToPath(new URL('../src/godwit.ts', import.meta.url));

export interface RevisionText {
  readonly message: string;
  readonly body: string;
  readonly revert: string | null;
}

/** A folder with a project in it, and the command to run there. */
export interface Project {
  readonly folder: string;
  /** Runs `godwit` as a process of its own. */
  readonly godwit: (argv: readonly string[], options?: { readonly environment?: Readonly<Record<string, string>> }) => Promise<Finished>;
  readonly write: (path: string, content: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they came. */
  readonly both: string;
}

/** Lays a project out in a new folder below the system's temporary one. */
export async function createProject(options: {
  readonly databaseUrl: string | null;
  readonly revisions: readonly RevisionText[];
}): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-cli-'));
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  await mkdir(join(folder, 'migrations', 'committed'), { recursive: true });
  for (const [path, content] of revisionFiles(options.revisions)) await write(path, content);
  return {
    folder,
    write,
    remove: () => rm(folder, { recursive: true, force: true }),
    godwit: (argv, { environment = {} } = {}) =>
      run(folder, argv, { ...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}), ...environment }),
  };
}

/** Files of a chain of revisions, hashed as they would be on commit. */
export function revisionFiles(revisions: readonly RevisionText[]): [path: string, content: string][] {
  let previousHash: string | null = null;
  const files: [string, string][] = [];
  for (const [index, { message, body, revert }] of revisions.entries()) {
    const hash = hashRevision(body, previousHash);
    const name = `${String(index + 1).padStart(6, '0')}-${slugify(message)}.sql`;
    files.push([`migrations/committed/${name}`, serializeRevision({ hash, previousHash, message, headers: {}, body })]);
    if (revert !== null) files.push([`migrations/reverts/${name}`, serializeRevert({ kind: 'sql', reverts: hash, body: revert })]);
    previousHash = hash;
  }
  return files;
}

async function run(folder: string, argv: readonly string[], environment: Readonly<Record<string, string>>): Promise<Finished> {
  const { PATH = '', HOME = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, [ENTRY, ...argv], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, ...(SystemRoot ? { SystemRoot } : {}), NO_COLOR: '1', TZ: 'UTC', ...environment },
  });
  const finished = { stdout: '', stderr: '', both: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      finished[name] += chunk;
      finished.both += chunk;
    });
  }
  const [code]: unknown[] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, ...finished };
}
