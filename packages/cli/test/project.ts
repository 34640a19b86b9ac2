import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RevisionText, revisionFiles } from './revision-files.ts';

/** A folder with a project in it. */
export interface Project {
  readonly folder: string;
  readonly write: (path: string, content: string) => Promise<void>;
}

export interface ProjectContents {
  readonly revisions?: readonly RevisionText[];
  /** Content by relative path. */
  readonly files?: Readonly<Record<string, string>>;
  /** False leaves out the folder `migrations/committed`. */
  readonly migrations?: boolean;
}

/** Runs with a project in a new folder below the system's temporary one, and removes it. */
export async function withProject<T>(contents: ProjectContents, run: (project: Project) => Promise<T>): Promise<T> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'godwit-cli-')));
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  try {
    if (contents.migrations !== false) await mkdir(join(folder, 'migrations', 'committed'), { recursive: true });
    const files = [...revisionFiles(contents.revisions ?? []), ...Object.entries(contents.files ?? {})];
    for (const [path, content] of files) await write(path, content);
    return await run({ folder, write });
  } finally {
    await stopEmbedded(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Commands may have started the embedded server of the project. */
async function stopEmbedded(folder: string): Promise<void> {
  const directory = join(folder, '.godwit', 'embedded');
  if (!existsSync(directory)) return;
  const { stopServer } = await import('@godwit/embedded/client');
  await stopServer(directory);
}
