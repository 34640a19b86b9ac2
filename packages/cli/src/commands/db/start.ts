import type { CommandContext } from '../../context.ts';
import type { ExitCode } from '../../definition.ts';
import { EmbeddedInProduction } from '../../session/errors.ts';
import { EMBEDDED_DATABASE, embeddedDirectory, ensureEmbeddedDatabase, isProduction, loadEmbedded } from '../../session/select-database.ts';
import { renderServer } from './render-server.ts';

/** Starts the embedded server; says where it is when it runs already. */
export async function run(context: CommandContext): Promise<ExitCode> {
  if (isProduction(context)) throw new EmbeddedInProduction();
  await ensureEmbeddedDatabase(context, EMBEDDED_DATABASE);
  const { serverStatus } = await loadEmbedded();
  const status = await serverStatus(embeddedDirectory(context.config().root));
  const { output } = context;
  if (output.json) output.value(status);
  else for (const line of renderServer(context, status)) output.line(line);
  return 0;
}
