import { relative } from 'node:path';
import { type History, readHistory } from '@godwit/history';
import { settleFolder } from '../authoring/settle-folder.ts';
import type { CommandContext } from '../context.ts';

/**
 * The history of the configured folder, with paths as the user would type them. What a killed command has left half done is settled first.
 *
 * @throws MissingMigrationsFolder when there is none; problems inside files are data of the result
 */
export async function openHistory(context: CommandContext): Promise<History> {
  await settleFolder(context);
  return readHistory(displayPath(context, context.config().migrationsFolder));
}

/** A path relative to where the user stands, when that is where the process runs and it is shorter. */
export function displayPath(context: CommandContext, path: string): string {
  if (context.directory !== process.cwd()) return path;
  const short = relative(context.directory, path) || '.';
  return short.length < path.length ? short : path;
}
