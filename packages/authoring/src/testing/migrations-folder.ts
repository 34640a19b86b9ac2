import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A throwaway project with a folder `migrations`. */
export interface TestProject {
  /** Absolute. */
  readonly root: string;
  /** Its migrations folder, absolute. */
  readonly folder: string;
  /** @param path relative to the root */
  readonly write: (path: string, text: string) => Promise<void>;
  readonly read: (path: string) => Promise<string>;
  /** Every file below the root by its path, but for those in `.godwit`. */
  readonly files: () => Promise<Record<string, string>>;
}

/** Runs with a project of these files (`migrations/current.sql` and so on), and removes it. */
export async function withTestProject<T>(
  files: Readonly<Record<string, string>>,
  run: (project: TestProject) => Promise<T> | T,
): Promise<T> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'godwit-authoring-')));
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  try {
    await mkdir(join(root, 'migrations', 'committed'), { recursive: true });
    for (const [path, text] of Object.entries(files)) await write(path, text);
    return await run({
      root,
      folder: join(root, 'migrations'),
      write,
      read: (path) => readFile(join(root, path), 'utf8'),
      files: () => readAll(root),
    });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function readAll(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const wanted = paths.filter((path) => !path.startsWith(join(root, '.godwit'))).toSorted();
  return Object.fromEntries(
    await Promise.all(wanted.map(async (path) => [path.slice(root.length + 1), await readFile(path, 'utf8')] as const)),
  );
}
