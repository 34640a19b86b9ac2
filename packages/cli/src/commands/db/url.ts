import { toDatabaseUrl } from '@godwit/postgres';
import * as v from 'valibot';
import type { CommandContext } from '../../context.ts';
import type { CommandInput, ExitCode } from '../../definition.ts';
import { flagOption } from '../../session/options.ts';
import { selectDatabase } from '../../session/select-database.ts';

const Options = v.object({ password: flagOption });

/** Prints the URL of the configured database. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { password } = v.parse(Options, input.options);
  const database = await selectDatabase(context, input);
  const url = toDatabaseUrl(database.settings, { password });
  if (context.output.json) context.output.value({ url, embedded: database.embedded });
  else context.output.line(url);
  return 0;
}
