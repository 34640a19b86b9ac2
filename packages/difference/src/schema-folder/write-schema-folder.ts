import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FILE_HEADER, type SchemaFile } from './export-schema.ts';

/** What a folder needs to hold exactly the files of an export. */
export interface FolderChanges {
  /** Paths below the folder. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
}

/** What `writeSchemaFolder` would do: empty lists for a folder that is up to date. Files that somebody else put there do not count. */
export function schemaFolderChanges(folder: string, files: readonly SchemaFile[]): FolderChanges {
  const wanted = new Map(files.map(({ path, sql }) => [path, sql]));
  const present = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
    : [];
  const ours = present.filter(
    (path) => path.endsWith('.sql') && !wanted.has(path) && readFileSync(join(folder, path), 'utf8').startsWith(FILE_HEADER),
  );
  const stale = files.filter(({ path, sql }) => {
    const file = join(folder, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== sql;
  });
  return { written: stale.map(({ path }) => path), removed: ours };
}

/** Writes an export to its folder: files that are equal are left alone, those of what is gone are removed, and with them empty folders. */
export function writeSchemaFolder(folder: string, files: readonly SchemaFile[]): FolderChanges {
  const changes = schemaFolderChanges(folder, files);
  const byPath = new Map(files.map(({ path, sql }) => [path, sql]));
  for (const path of changes.written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), byPath.get(path) ?? '');
  }
  for (const path of changes.removed) {
    rmSync(join(folder, path));
    removeEmpty(folder, dirname(path));
  }
  return changes;
}

function removeEmpty(folder: string, path: string): void {
  if (path === '.' || readdirSync(join(folder, path)).length > 0) return;
  rmdirSync(join(folder, path));
  removeEmpty(folder, dirname(path));
}
