import { type Repaired, readLedger, repairUnfinished } from '@godwit/migrator';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { printEvents } from '../execution/print-events.ts';
import { withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({ applied: flagOption, notApplied: flagOption });

/** Settles a step outside a transaction whose run died: by what can be recognised, or by what a person says. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { applied, notApplied } = v.parse(Options, input.options);
  if (applied && notApplied) {
    throw new UsageError({ message: '--applied and --not-applied contradict each other', help: 'godwit repair   # what is unfinished' });
  }
  return withSession<ExitCode>(
    context,
    input,
    async ({ client, connect, database }) => {
      const { unfinished } = await readLedger(client);
      const observe = printEvents(context, []).observe;
      const repaired =
        unfinished &&
        (await repairUnfinished({
          client,
          connect,
          settings: executeSettings(context, NO_OPTIONS, { gmrc: await openGmrc(context), settings: database.settings }),
          origin: database.settings.origin,
          observer: (event) => (event.kind === 'repaired' ? undefined : observe(event)),
          signal: context.signal,
          verdict: applied ? 'applied' : notApplied ? 'not applied' : null,
        }));
      print(context, database.display, repaired);
      return 0;
    },
    { interruptible: false },
  );
}

function print({ output, invocation }: CommandContext, display: string, repaired: Repaired | null): void {
  const { green, dim } = output.style;
  if (output.json) {
    output.value({ database: display, repaired });
    return;
  }
  if (repaired === null) {
    output.line(`${green('✔')} nothing is unfinished on ${display}`);
    return;
  }
  const { name, direction, outcome, actions } = repaired;
  const done = `is ${direction === 'up' ? 'applied' : 'reverted'}, and the ledger says so now`;
  output.line(`${green('✔')} ${name} ${outcome === 'done' ? done : 'has left nothing behind, and can run again'}`);
  for (const action of actions) output.line(dim(`  ${action}`));
  if (outcome === 'repeat') output.line(`next: ${invocation} ${direction === 'up' ? 'upgrade' : 'downgrade -1'}`);
  else output.line(`next: ${invocation} status`);
}
