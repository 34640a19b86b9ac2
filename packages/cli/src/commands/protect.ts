import { ensureLedger, readLedger } from '@godwit/migrator';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';
import { setProduction } from '../session/production.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({ remove: flagOption });

/** Marks the database as production, or takes the mark away. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { remove } = v.parse(Options, input.options);
  return withSession<ExitCode>(context, input, async ({ client, database }) => {
    if (remove && !database.named) {
      const help = `godwit protect --remove --database ${database.settings.database}`;
      throw new UsageError({ message: 'Taking the mark away wants the database named', help });
    }
    await ensureLedger(client);
    await setProduction(client, !remove);
    const { production } = await readLedger(client);
    const { output } = context;
    if (output.json) output.value({ database: database.display, production });
    else {
      output.line(`${output.style.green('✔')} ${database.display} is ${production ? '' : 'no longer '}marked as production`);
      if (production) output.line('  reset, seed, watch, commit and uncommit refuse it');
    }
    return 0;
  });
}
