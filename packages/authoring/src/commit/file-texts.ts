import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { FileStore } from '../journal/file-store.ts';
import type { FileChange } from '../journal/journal.ts';

/** What a file is to hold; null when it is to go. */
export interface FileText {
  /** As the user would type it. */
  readonly path: string;
  readonly text: string | null;
  /** Committed files are not to be edited. */
  readonly readOnly?: boolean;
}

const READ_ONLY = 0o444;
const WRITABLE = 0o644;

/** The changes that lead there, with what they take the place of; what is so already is none. */
export async function changesTo(
  files: readonly FileText[],
  { root, store }: { readonly root: string; readonly store: FileStore },
): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for (const { path, text, readOnly = false } of files) {
    const mode = readOnly ? READ_ONLY : WRITABLE;
    const before = await store.read(resolve(path));
    if (before === text) continue;
    changes.push({
      path: relative(root, resolve(path)),
      before: before === null ? null : { text: before, mode },
      after: text === null ? null : { text, mode },
    });
  }
  return changes;
}

/** Every file below a folder, as the user would type it; none when it is not there. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
