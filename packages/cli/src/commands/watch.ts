import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { GraphileMigrateFailed } from '../graphile-migrate/errors.ts';
import { runGraphileMigrate } from '../graphile-migrate/run-graphile-migrate.ts';
import { flagOption } from '../session/options.ts';

const Options = v.object({ once: flagOption });

/** Applies `current.sql` on each save through graphile-migrate, until Ctrl-C. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { once } = v.parse(Options, input.options);
  const code = await runGraphileMigrate(context, input, ['watch', ...(once ? ['--once'] : [])]);
  if (code !== 0 && !context.signal.aborted) throw new GraphileMigrateFailed('watch', code);
  return 0;
}
