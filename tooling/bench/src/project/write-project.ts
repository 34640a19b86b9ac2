import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameFor, hashRevision, type RevisionHash, serializeRevision } from '@godwit/history';
import { revisionBody } from './revision-bodies.ts';

/** A folder with a history that both Godwit and graphile-migrate run. */
export interface Project {
  readonly folder: string;
  /** The committed files, in order, with absolute paths. */
  readonly files: readonly string[];
}

/** Writes a project with so many revisions and an empty `current.sql`. */
export async function writeProject(folder: string, revisions: number): Promise<Project> {
  const committed = join(folder, 'migrations', 'committed');
  await mkdir(committed, { recursive: true });
  await writeFile(join(folder, '.gmrc'), '{}\n');
  await writeFile(join(folder, 'godwit.config.json'), '{ "migrations": "migrations" }\n');
  await writeFile(join(folder, 'migrations', 'current.sql'), '');
  const files: string[] = [];
  let previousHash: RevisionHash | null = null;
  for (let number = 1; number <= revisions; number++) {
    const message = `Add items of revision ${number}`;
    const body = revisionBody(number);
    const hash: RevisionHash = hashRevision(body, previousHash);
    const file = join(committed, fileNameFor(number, message));
    await writeFile(file, serializeRevision({ hash, previousHash, message, headers: {}, body }));
    files.push(file);
    previousHash = hash;
  }
  return { folder, files };
}
