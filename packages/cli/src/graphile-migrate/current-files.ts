import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileIncludes } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { displayPath } from '../session/open-history.ts';

/** A file of the revision that is being written. */
export interface CurrentFile {
  readonly path: string;
  readonly text: string;
}

/** `current.sql`, or the files of `current/` in their order; none when neither is there. */
export async function readCurrentFiles(folder: string): Promise<readonly CurrentFile[]> {
  const directory = join(folder, 'current');
  const paths = existsSync(directory)
    ? (await readdir(directory))
        .filter((name) => /^[0-9]+.*\.sql$/.test(name))
        .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
        .map((name) => join(directory, name))
    : [join(folder, 'current.sql')].filter((path) => existsSync(path));
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, 'utf8') })));
}

/** The files with their `--!include` lines expanded: graphile-migrate 1.4.1 takes those for comments. */
export function compileFiles(context: CommandContext, files: readonly CurrentFile[]): readonly CurrentFile[] {
  const folder = context.config().migrationsFolder;
  return files.map(({ path, text }) => ({ path, text: compileIncludes({ text, file: displayPath(context, path), folder }).text }));
}

/**
 * Runs with the expanded text in place of each file, and puts what the author wrote back.
 *
 * @param work resolves to true when the files have served and are not to be put back
 */
export async function withCompiledFiles(
  files: readonly CurrentFile[],
  compiled: readonly CurrentFile[],
  work: () => Promise<boolean>,
): Promise<void> {
  const changed = compiled.filter(({ text }, index) => text !== files[index]?.text);
  let used = false;
  try {
    for (const { path, text } of changed) await writeFile(path, text);
    used = await work();
  } finally {
    if (!used) for (const { path, text } of files) if (changed.some((file) => file.path === path)) await writeFile(path, text);
  }
}
