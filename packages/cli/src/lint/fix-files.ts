import { readFileSync, writeFileSync } from 'node:fs';
import type { FixedFile } from '@godwit/lint';
import { FixNotWritten } from './errors.ts';

/** Writes mended files, with the line endings that each had. @throws FixNotWritten */
export function writeFixes(files: readonly FixedFile[]): void {
  for (const { path, after } of files) {
    try {
      const windows = readFileSync(path, 'utf8').includes('\r\n');
      writeFileSync(path, windows ? after.replaceAll('\n', '\r\n') : after);
    } catch (error) {
      throw new FixNotWritten(path, error);
    }
  }
}
