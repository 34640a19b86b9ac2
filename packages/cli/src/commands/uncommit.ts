import { headOf } from '@godwit/history';
import * as v from 'valibot';
import { changeFolder } from '../authoring/change-folder.ts';
import { openAgain } from '../authoring/open-again.ts';
import { printReverted } from '../authoring/print-reverted.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';

const Options = v.object({ acceptDataLoss: flagOption });

/** Opens the last revision again: its SQL goes back to `current.sql`, its way back to `revert.sql`, and the database to before it. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { acceptDataLoss } = v.parse(Options, input.options);
  return changeFolder(context, 'uncommit', async () => {
    const { NothingToOpen } = await loadAuthoring();
    const history = await openHistory(context);
    const target = headOf(history);
    if (target === null) throw new NothingToOpen();
    return withSession<ExitCode>(
      context,
      input,
      async (session) => {
        const opened = await openAgain(context, session, { command: 'uncommit', typed: 'uncommit', history, target, acceptDataLoss });
        if (opened === null) return 3;
        const head = history.revisions.find(({ hash }) => hash === target.previousHash)?.name ?? 'base';
        printReverted(context, session, { opened, target, head });
        return 0;
      },
      { interruptible: false },
    );
  });
}
