import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { GodwitError } from '@godwit/diagnostics';
import { MissingMigrationsFolder, UnreadableFile } from './errors/folder.ts';
import { InvalidFilename } from './errors/format.ts';
import { isNearlyRevisionName, parseFileName, proposeFileName } from './file-name.ts';
import { decodeSqlText } from './sql-text.ts';

/** The files of `committed/` or `reverts/` that have a revision's name. */
export interface SqlFolder {
  readonly files: readonly SqlFile[];
  /** Names that nearly fit, and files that cannot be read. */
  readonly problems: readonly GodwitError[];
}

interface SqlFile {
  readonly path: string;
  readonly text: string;
  /** What was wrong with its bytes. */
  readonly problems: readonly GodwitError[];
}

/** @throws MissingMigrationsFolder when there is nothing, or a file, in its place; UnreadableFile */
export function requireFolder(folder: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(folder).isDirectory();
  } catch (cause) {
    if (isMissing(cause)) throw new MissingMigrationsFolder(folder, { cause });
    throw new UnreadableFile(folder, cause);
  }
  if (!isFolder) throw new MissingMigrationsFolder(folder, { isFile: true });
}

/**
 * Reads the files one after the other: for some hundreds of small ones that takes a fraction of what as many promises would.
 * A missing folder is an empty one.
 *
 * @throws UnreadableFile when the folder cannot be listed
 */
export function readSqlFolder(folder: string, name: string): SqlFolder {
  const files: SqlFile[] = [];
  const problems: GodwitError[] = [];
  const place = join(folder, name);
  for (const entry of listFolder(place)) {
    const path = place + sep + entry.name;
    const isRevision = parseFileName(entry.name) !== null;
    if (entry.isDirectory() && isRevision) problems.push(new InvalidFilename({ path, proposal: null, isFolder: true }));
    else if (isRevision) readInto(files, problems, path);
    else if (isNearlyRevisionName(entry.name)) problems.push(new InvalidFilename({ path, proposal: proposeFileName(entry.name) }));
  }
  return { files, problems };
}

function readInto(files: SqlFile[], problems: GodwitError[], path: string): void {
  try {
    files.push({ path, ...decodeSqlText(path, readFileSync(path)) });
  } catch (cause) {
    problems.push(new UnreadableFile(path, cause));
  }
}

function listFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw new UnreadableFile(path, cause);
  }
}

function isMissing(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
}
