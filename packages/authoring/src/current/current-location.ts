import { type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { CurrentMisplaced } from './errors.ts';

/** Where the revision that is being written stands: `current.sql`, or the files of `current/`. */
export interface CurrentLocation {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  /** False for a `current.sql` that is yet to be written. */
  readonly exists: boolean;
}

/**
 * Finds it as graphile-migrate does.
 *
 * @param folder the migrations folder
 * @throws CurrentMisplaced when both are there, or one is not what its name says
 */
export function locateCurrent(folder: string): CurrentLocation {
  const [file, directory] = [join(folder, 'current.sql'), join(folder, 'current')];
  const [fileStats, directoryStats] = [statOrNull(file), statOrNull(directory)];
  if (fileStats?.isFile() === false) throw new CurrentMisplaced(`${file} is not a file`, `move it elsewhere`);
  if (directoryStats?.isDirectory() === false)
    throw new CurrentMisplaced(`${directory} is not a folder`, `move it elsewhere, or rename it to ${file}`);
  if (fileStats !== null && directoryStats !== null) {
    throw new CurrentMisplaced(
      `${file} and the folder ${directory} are both there, and only one of them can be the revision`,
      `an empty one can go: rm '${file}'\nelse move it into the folder, where numbers give the order: mv '${file}' '${join(directory, '001.sql')}'`,
    );
  }
  return directoryStats === null
    ? { kind: 'file', path: file, exists: fileStats !== null }
    : { kind: 'folder', path: directory, exists: true };
}

function statOrNull(path: string): Stats | null {
  return statSync(path, { throwIfNoEntry: false }) ?? null;
}
