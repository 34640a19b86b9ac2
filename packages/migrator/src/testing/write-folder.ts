import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serializeRevision } from '@godwit/history';
import type { TestHistory } from './history-of.ts';

/** Runs with a migrations folder that holds a history as files, as graphile-migrate reads them. */
export async function withFolder<T>(history: TestHistory, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-migrations-'));
  try {
    await mkdir(join(folder, 'committed'));
    for (const revision of history.revisions) {
      await writeFile(join(folder, 'committed', revision.filename), serializeRevision(revision));
    }
    await writeFile(join(folder, 'current.sql'), '');
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
