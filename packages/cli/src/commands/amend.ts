import type { FileText } from '@godwit/authoring';
import { type Gmrc, type History, headOf, readAside } from '@godwit/history';
import { readLedger } from '@godwit/migrator';
import * as v from 'valibot';
import { BLANK_REVERT, blankCurrent } from '../authoring/blank-files.ts';
import { changeFolder } from '../authoring/change-folder.ts';
import { followSchema } from '../authoring/follow-schema.ts';
import { refuseHeldElsewhere } from '../authoring/known-ledgers.ts';
import { openAgain, positionOf } from '../authoring/open-again.ts';
import { printReverted } from '../authoring/print-reverted.ts';
import { readLedgerIfThere } from '../authoring/read-ledger-if-there.ts';
import { shadowSource } from '../authoring/shadow-source.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { resolvePlanTarget } from '../execution/resolve-plan-target.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { openHistory } from '../session/open-history.ts';
import { withSession } from '../session/open-session.ts';
import { flagOption } from '../session/options.ts';
import { selectConfigured } from '../session/select-database.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({ acceptDataLoss: flagOption, undo: flagOption });

/** Opens a revision that nobody else has applied, whichever it is; those after it wait in `aside/`. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { acceptDataLoss, undo } = v.parse(Options, input.options);
  const [text] = input.arguments;
  if (undo && text !== undefined)
    throw new UsageError({ message: "'amend --undo' takes no target: it puts back what is open", help: 'godwit amend --undo' });
  if (!undo && text === undefined)
    throw new UsageError({ message: "'amend' needs the revision to open", help: 'godwit amend 38\ngodwit uncommit opens the last one' });
  return changeFolder(context, 'amend', async () => {
    const history = await openHistory(context);
    return undo ? putBack(context, input, history) : open(context, input, { history, text: text ?? '', acceptDataLoss });
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

async function putBack(context: CommandContext, input: CommandInput, history: History): Promise<ExitCode> {
  const { disk, undoAmend } = await loadAuthoring();
  const gmrc = await openGmrc(context);
  const blank = { current: blankCurrent(gmrc), revert: BLANK_REVERT };
  const more = await schemaAsBefore(context, input, { history, gmrc });
  const back = await undoAmend({ root: context.config().root, history, blank, store: disk, more });
  const { output, invocation } = context;
  if (output.json) {
    output.value({ putBack: back.map(({ name }) => name) });
    return 0;
  }
  for (const { name } of back) output.line(`${output.style.green('✔')} ${name} is committed again, as it was`);
  output.line(`next: ${invocation} upgrade`);
  return 0;
}

/** `schema/` goes forward with what is put back. */
async function schemaAsBefore(
  context: CommandContext,
  input: CommandInput,
  { history, gmrc }: { readonly history: History; readonly gmrc: Gmrc },
): Promise<readonly FileText[]> {
  const aside = await readAside(history.folder);
  if (aside === null) return [];
  const all = [aside.opened, ...aside.waiting];
  const restored = { ...history, revisions: [...history.revisions, ...all], heads: all.slice(-1) };
  const database = selectConfigured(context, input);
  const ledger = database === null ? null : await readLedgerIfThere(database.settings);
  const source = await shadowSource(context, { database, ledger: ledger ?? { production: false }, gmrc });
  return followSchema(context, { history: restored, source, from: positionOf(headOf(history)), to: positionOf(headOf(restored)) });
}
