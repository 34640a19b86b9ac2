import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FileText, HistoryShadow, Repository } from '@godwit/authoring';
import type { CommandContext } from '../context.ts';
import { loadDifference } from '../session/load-difference.ts';
import { tellExported } from './inspect-head.ts';
import { schemaChanges } from './schema-changes.ts';

interface MergedSchema {
  /** `schema/`, as the user would type it. */
  readonly folder: string;
  readonly repository: Repository | null;
}

/**
 * What has to be written for `schema/` to say what both sides make together, conflicts of Git's merge included. What somebody has edited since
 * is left and named; without Git nobody knows what was edited, and all of it is left. Nothing where there is no such folder.
 */
export async function mergedSchema(
  context: CommandContext,
  { client }: HistoryShadow,
  { folder, repository }: MergedSchema,
): Promise<readonly FileText[]> {
  if (!existsSync(folder)) return [];
  const { exportSchema, takeSnapshot } = await loadDifference();
  const changes = await schemaChanges(folder, await exportSchema(await takeSnapshot(client)));
  if (changes.length === 0) return [];
  const { output } = context;
  const warn = (what: string) => output.note(`${output.errorStyle.yellow('!')} ${what}`);
  if (repository === null) {
    warn(`${folder} is left as it is, since without Git its edits are not known; write it again: ${context.invocation} check --write`);
    return [];
  }
  const edited = await repository.editedBelow('schema');
  const isEdited = ({ path }: FileText) => edited.has(resolve(path));
  for (const { path } of changes.filter(isEdited)) warn(`${path} is not as Git knows it, and is left as it is`);
  const files = changes.filter((file) => !isEdited(file));
  tellExported(context, files);
  return files;
}
