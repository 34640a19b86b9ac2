import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StalePage } from './dictionary-pages.ts';
import { DictionaryUnwritable } from './errors.ts';

/**
 * Writes pages that are stale, and removes those of schemas that are gone.
 *
 * @param shown the folder as the user would type it
 * @throws DictionaryUnwritable
 */
export function writePages(folder: string, shown: string, stale: readonly StalePage[]): void {
  try {
    if (stale.some(({ text }) => text !== null)) mkdirSync(folder, { recursive: true });
    for (const { name, text } of stale) text === null ? rmSync(join(folder, name)) : writeFileSync(join(folder, name), text);
  } catch (error) {
    throw new DictionaryUnwritable(shown, error);
  }
}
