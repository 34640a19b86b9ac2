import type { History } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import * as v from 'valibot';
import { BLANK_REVERT, blankCurrent } from '../authoring/blank-files.ts';
import { changeFolder } from '../authoring/change-folder.ts';
import { refuseHeldElsewhere } from '../authoring/known-ledgers.ts';
import { openAgain } from '../authoring/open-again.ts';
import { printReverted } from '../authoring/print-reverted.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({ acceptDataLoss: flagOption, undo: flagOption });

/** Opens a revision that nobody else has applied, whichever it is; those after it wait in `aside/`. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { acceptDataLoss, undo } = v.parse(Options, input.options);
  const [text] = input.arguments;
  if (undo && text !== undefined)
    throw new UsageError({ message: 'amend --undo takes no target: it puts back what is open', help: 'godwit amend --undo' });
  if (!undo && text === undefined)
    throw new UsageError({ message: 'amend needs the revision to open', help: 'godwit amend 38\ngodwit uncommit opens the last one' });
  return changeFolder(context, 'amend', async () => {
    const history = await openHistory(context);
    return undo ? putBack(context, history) : open(context, input, { history, text: text ?? '', acceptDataLoss });
  });
}

interface Request {
  readonly history: History;
  readonly text: string;
  readonly acceptDataLoss: boolean;
}

async function open(context: CommandContext, input: CommandInput, { history, text, acceptDataLoss }: Request): Promise<ExitCode> {
  const { NothingToOpen } = await loadAuthoring();
  return withSession<ExitCode>(
    context,
    input,
    async (session) => {
      const position = resolvePlanTarget(history, await readLedger(session.client), text, 'up');
      if (position.kind !== 'revision') throw new NothingToOpen();
      const target = position.revision;
      await refuseHeldElsewhere(context, target);
      const opened = await openAgain(context, session, { command: 'amend', typed: `amend ${text}`, history, target, acceptDataLoss });
      if (opened === null) return 3;
      const head = history.revisions.find(({ hash }) => hash === target.previousHash)?.name ?? 'base';
      printReverted(context, session, { opened, target, head });
      return 0;
    },
    { interruptible: false },
  );
}

async function putBack(context: CommandContext, history: History): Promise<ExitCode> {
  const { disk, undoAmend } = await loadAuthoring();
  const blank = { current: blankCurrent(await openGmrc(context)), revert: BLANK_REVERT };
  const back = await undoAmend({ root: context.config().root, history, blank, store: disk });
  const { output, invocation } = context;
  if (output.json) {
    output.value({ putBack: back.map(({ name }) => name) });
    return 0;
  }
  for (const { name } of back) output.line(`${output.style.green('✔')} ${name} is committed again, as it was`);
  output.line(`next: ${invocation} upgrade`);
  return 0;
}
