import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Seeds } from '@godwit/authoring';
import { GodwitError } from '@godwit/diagnostics';
import type { DatabaseSettings } from '@godwit/postgres';
import type { CommandContext } from '../context.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { runProjectCommand } from './run-project-command.ts';

/** What a command that fails has printed last says why. */
const TOLD_LINES = 3;

/** The rows over which revisions are proved; null when the configuration names none. */
export async function projectSeeds(context: CommandContext): Promise<Seeds | null> {
  const { seeds, root, migrationsFolder } = context.config();
  if (seeds === undefined) return null;
  const { SeedsFailed, findFiles } = await loadAuthoring();
  const sources = seeds.sources ?? [`${relative(root, migrationsFolder).replaceAll(sep, '/')}/seeds/**`];
  const failed = (because: string, cause?: unknown) =>
    new SeedsFailed({ command: seeds.command, because, ...(cause === undefined ? {} : { cause }) });
  return {
    digest: digestOf(root, findFiles(root, sources)),
    load: async (database: DatabaseSettings) => {
      if (context.loadSeeds !== null) {
        await context.loadSeeds(database).catch((error: unknown) => {
          context.signal.throwIfAborted();
          throw failed(reasonOf(error), error);
        });
        return;
      }
      const { code, lines } = await runProjectCommand(context, seeds.command, database);
      if (code !== 0)
        throw failed(
          lines
            .filter((line) => line.trim() !== '')
            .slice(-TOLD_LINES)
            .join(' · ') || `it ended with exit code ${code}`,
        );
    },
  };
}

/** Of the files' names and contents: other rows than before have another one. */
function digestOf(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function reasonOf(error: unknown): string {
  if (error instanceof GodwitError) return [error.message, ...error.details].join(' · ');
  return error instanceof Error ? error.message : String(error);
}
