import { readLedger } from '@godwit/migrator';
import { type CommandContext, type CommandInput, type ExitCode, flagOption, isProduction, UsageError, withSession } from 'godwit';
import * as v from 'valibot';
import { isSeeded, seedDatabase } from '../seeding/index.ts';
import { renderSeeds } from './render-seeds.ts';

const Options = v.object({ check: flagOption, clear: flagOption, acceptDataLoss: flagOption });

/** Loads, checks or clears the seed data. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { check, clear, acceptDataLoss } = v.parse(Options, input.options);
  if (check && clear)
    throw new UsageError({ message: '--check and --clear contradict each other', help: 'pnpm seed --check   # changes nothing' });
  const mode = check ? 'check' : clear ? 'clear' : 'load';
  return withSession<ExitCode>(context, input, async ({ client, database }) => {
    const { production } = await readLedger(client);
    const systems = input.arguments.length > 0 ? input.arguments : undefined;
    const report = await seedDatabase({ client, mode, systems, acceptDataLoss, isProduction: production || isProduction(context) });
    if (context.output.json) context.output.value({ database: database.display, ...report });
    else for (const line of renderSeeds(context, database.display, report)) context.output.line(line);
    return check && !isSeeded(report) ? 2 : 0;
  });
}
