import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A throwaway migrations folder with these files (`committed/000001.sql` and so on), gone when `fn` has ended. */
export async function withMigrations<Result>(
  files: Readonly<Record<string, string | Uint8Array>>,
  fn: (folder: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'godwit-history-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return await fn(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
