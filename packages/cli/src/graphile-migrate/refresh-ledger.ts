import { execute, plan, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';

/** Lets the ledger know the names, messages and reverts of the revisions that graphile-migrate has applied. Applies nothing. */
export async function refreshLedger(context: CommandContext, input: CommandInput): Promise<void> {
  const history = await openHistory(context);
  await withSession(context, input, async ({ client, connect, database }) => {
    const ledger = await readLedger(client);
    const planned = plan({ history, ledger, direction: 'up', target: resolvePlanTarget(history, ledger, 'head', 'up') });
    const settings = executeSettings(context, NO_OPTIONS, { gmrc: await openGmrc(context), settings: database.settings });
    await execute({ plan: { ...planned, steps: [], to: planned.from }, client, connect, settings, signal: context.signal });
  });
}
