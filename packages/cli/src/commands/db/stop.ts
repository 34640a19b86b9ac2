import type { CommandContext } from '../../context.ts';
import type { ExitCode } from '../../definition.ts';
import { embeddedDirectory, loadEmbedded } from '../../session/select-database.ts';

/** Stops the embedded server; nothing to stop is no error. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { stopServer } = await loadEmbedded();
  const stopped = await stopServer(embeddedDirectory(context.config().root));
  const { output } = context;
  if (output.json) output.value({ stopped });
  else
    output.line(
      stopped
        ? `${output.style.green('✔')} the embedded server has stopped; .godwit/ keeps its data`
        : 'the embedded server is not running',
    );
  return 0;
}
