import { join } from 'node:path';
import type { FileText } from '@godwit/authoring';
import type { SchemaFile } from '@godwit/difference';
import { loadDifference } from '../session/load-difference.ts';

/** What has to be written and removed for a folder to hold exactly the files of an export. */
export async function schemaChanges(folder: string, files: readonly SchemaFile[]): Promise<readonly FileText[]> {
  const { schemaFolderChanges } = await loadDifference();
  const { written, removed } = schemaFolderChanges(folder, files);
  const wanted = new Set(written);
  return [
    ...files.filter(({ path }) => wanted.has(path)).map(({ path, sql }) => ({ path: join(folder, path), text: sql })),
    ...removed.map((path) => ({ path: join(folder, path), text: null })),
  ];
}
