import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { revisionBody } from './revision-bodies.ts';

/** The same revisions as dbmate wants them. */
export async function writeDbmateFolder(folder: string, revisions: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let number = 1; number <= revisions; number++) {
    const name = `${20260101000000 + number}_items.sql`;
    await writeFile(join(folder, name), `-- migrate:up\n${revisionBody(number)}\n\n-- migrate:down\n`);
  }
}
