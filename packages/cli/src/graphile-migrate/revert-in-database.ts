import type { History, Revision } from '@godwit/history';
import { ensureLedger, execute, ledgerHead, plan, readLedger } from '@godwit/migrator';
import type { CommandContext } from '../context.ts';
import type { CommandInput } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { foreseeLoss } from '../execution/foresee-loss.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { withSession } from '../session/open-session.ts';
import { refuseOnProduction } from '../session/production.ts';

/**
 * Takes the last revision out of the database before it is opened again, so that it can be committed anew: when it is applied there, has a
 * way back, and nothing would be lost. Graphile-migrate would only forget it.
 *
 * @returns whether the database is without it now
 */
export async function revertInDatabase(
  context: CommandContext,
  input: CommandInput,
  { history, head }: { readonly history: History; readonly head: Revision },
): Promise<boolean> {
  return withSession(
    context,
    input,
    async ({ client, connect, database }) => {
      const ledger = await readLedger(client);
      refuseOnProduction(context, 'uncommit', database.display, ledger);
      // Graphile-migrate deletes from its table without asking whether it is there.
      await ensureLedger(client);
      const applied = ledgerHead(ledger);
      if (!ledger.applied.some(({ hash }) => hash === head.hash)) return true;
      if (applied?.hash !== head.hash || (head.revert?.kind ?? applied.details?.revert?.kind) !== 'sql') return false;
      const planned = plan({ history, ledger, direction: 'down', target: resolvePlanTarget(history, ledger, '-1', 'down') });
      const settings = executeSettings(context, NO_OPTIONS, { gmrc: await openGmrc(context), settings: database.settings });
      const { losses, unseen } = await foreseeLoss(client, planned, settings);
      if (losses.length + unseen.length > 0) return false;
      await execute({ plan: planned, client, connect, settings, signal: context.signal });
      return true;
    },
    { interruptible: false },
  );
}
