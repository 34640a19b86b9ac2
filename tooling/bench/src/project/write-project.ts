import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNameFor, hashRevision, type RevisionHash, serializeRevert, serializeRevision } from '@godwit/history';
import { revertBody, revisionBody } from './revision-bodies.ts';

/** A folder with a history that both Godwit and graphile-migrate run. */
export interface Project {
  readonly folder: string;
  /** The committed files, in order, with absolute paths. */
  readonly files: readonly string[];
}

export interface ProjectOptions {
  /** Also the way back of each, which only Godwit reads. False unless given. */
  readonly reverts?: boolean;
}

/** Writes a project with so many revisions and an empty `current.sql`. */
export async function writeProject(folder: string, revisions: number, { reverts = false }: ProjectOptions = {}): Promise<Project> {
  const committed = join(folder, 'migrations', 'committed');
  await mkdir(committed, { recursive: true });
  if (reverts) await mkdir(join(folder, 'migrations', 'reverts'));
  await writeFile(join(folder, '.gmrc'), '{}\n');
  await writeFile(join(folder, 'godwit.config.json'), '{ "migrations": "migrations" }\n');
  await writeFile(join(folder, 'migrations', 'current.sql'), '');
  const files: string[] = [];
  let previousHash: RevisionHash | null = null;
  for (let number = 1; number <= revisions; number++) {
    const message = `Add items of revision ${number}`;
    const body = revisionBody(number);
    const hash: RevisionHash = hashRevision(body, previousHash);
    const name = fileNameFor(number, message);
    await writeFile(join(committed, name), serializeRevision({ hash, previousHash, message, headers: {}, body }));
    if (reverts) {
      await writeFile(
        join(folder, 'migrations', 'reverts', name),
        serializeRevert({ kind: 'sql', reverts: hash, body: revertBody(number) }),
      );
    }
    files.push(join(committed, name));
    previousHash = hash;
  }
  return { folder, files };
}
