import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backfill } from '../definition/backfill.ts';
import { loadBackfill } from '../definition/load-backfill.ts';

/** Files of a backfill by name; `index.mjs` is an expression: `{ about: '…', table: '…' }`. */
export type BackfillFiles = Readonly<Record<string, string>>;

/** Runs with a folder that holds one backfill, `rates`, written for this test. */
export async function withBackfill<T>(files: BackfillFiles, run: (backfill: Backfill, root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'godwit-backfills-'));
  try {
    await writeBackfill(root, 'rates', files);
    return await run(await loadBackfill(root, 'backfills', 'rates'), root);
  } finally {
    await rm(root, { recursive: true });
  }
}

async function writeBackfill(root: string, name: string, files: BackfillFiles): Promise<void> {
  await mkdir(join(root, name), { recursive: true });
  for (const [file, text] of Object.entries(files))
    await writeFile(join(root, name, file), file.endsWith('.mjs') ? `export default ${text};\n` : text);
}
