import type { CommandContext } from '../../context.ts';
import type { ExitCode } from '../../definition.ts';
import { embeddedDirectory, loadEmbedded } from '../../session/select-database.ts';
import { renderServer } from './render-server.ts';

/** Says whether the embedded server runs, where, and what it holds. Starts nothing. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { serverStatus } = await loadEmbedded();
  const status = await serverStatus(embeddedDirectory(context.config().root));
  const { output } = context;
  if (output.json) output.value(status);
  else for (const line of renderServer(context, status)) output.line(line);
  return 0;
}
