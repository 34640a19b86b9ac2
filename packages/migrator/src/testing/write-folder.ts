import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestHistory } from './history-of.ts';

/** Runs with a migrations folder that holds a history as files, as graphile-migrate reads them. */
export async function withFolder<T>(history: TestHistory, run: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'godwit-migrations-'));
  try {
    await mkdir(join(folder, 'committed'));
    for (const { filename, previousHash, hash, message, body } of history.revisions) {
      const header = [
        `--! Previous: ${previousHash ?? '-'}`,
        `--! Hash: ${hash}`,
        ...(message === null ? [] : [`--! Message: ${message}`]),
      ];
      await writeFile(join(folder, 'committed', filename), `${header.join('\n')}\n\n${body}`);
    }
    await writeFile(join(folder, 'current.sql'), '');
    return await run(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
