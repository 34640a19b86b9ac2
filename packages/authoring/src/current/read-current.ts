import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileIncludes, isNoTransaction } from '@godwit/history';

/** A file of the revision that is being written, as its author sees it. */
export interface CurrentFile {
  /** As the user knows it: `migrations/current.sql`, `migrations/current/001-tables.sql`. */
  readonly path: string;
  readonly text: string;
}

/** The revision that is being written. */
export interface Current {
  /** `current.sql`, or the files of `current/` in the order of their numbers; none when neither is there. */
  readonly files: readonly CurrentFile[];
  /** What `commit` would make the body: includes expanded, the files of `current/` between `--! split:` lines; before placeholders. */
  readonly body: string;
  /** Fixtures that went into it: a watcher watches them too. */
  readonly included: readonly string[];
  readonly transactional: boolean;
}

/**
 * Reads `current.sql`, or the folder `current/` as graphile-migrate joins it.
 *
 * @param folder the migrations folder, as the user would type it
 * @throws what `compileIncludes` throws
 */
export function readCurrent(folder: string): Current {
  const directory = join(folder, 'current');
  const paths = existsSync(directory) ? partsOf(directory) : [join(folder, 'current.sql')].filter(existsSync);
  const files = paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  const compiled = files.map(({ path, text }) => compileIncludes({ text, file: path, folder }));
  const body = compiled.map(({ text }) => text).join('\n');
  return { files, body, included: compiled.flatMap(({ included }) => included), transactional: !isNoTransaction(body.trim()) };
}

function partsOf(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => /^[0-9]+.*\.sql$/.test(name))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((name) => join(directory, name));
}
