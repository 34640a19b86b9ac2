import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoSchemaFolder } from './errors.ts';

/** A file of SQL as it is on disk. */
export interface SqlFile {
  /** With the folder's own path before it. */
  readonly path: string;
  /** Relative to the folder, with slashes. */
  readonly name: string;
  readonly text: string;
}

/**
 * All `.sql` files below a folder, by name.
 *
 * @throws NoSchemaFolder when it is missing, cannot be read, or has none
 */
export function readSchemaFolder(folder: string): readonly SqlFile[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (cause) {
    throw new NoSchemaFolder(
      folder,
      cause instanceof Error && 'code' in cause && cause.code === 'ENOENT' ? 'it does not exist' : String(cause),
    );
  }
  const files = names.filter((name) => name.endsWith('.sql')).sort();
  if (files.length === 0) throw new NoSchemaFolder(folder, 'it has no .sql file');
  return files.map((name) => {
    const path = join(folder, name);
    return { path, name: name.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') };
  });
}
