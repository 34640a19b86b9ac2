import { cpSync, globSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Copies what the code reads at run time (SQL above all) to the same places under another folder; tests keep theirs. */
export function copyAssets(from: string, to: string): void {
  const assets = globSync('**/*.{sql,json,mjs}', { cwd: from }).filter((file) => !file.split(/[\\/]/).includes('testing'));
  for (const file of assets) {
    const copy = join(to, file);
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(join(from, file), copy);
  }
}
