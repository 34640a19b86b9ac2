import type { CommitOptions, Committed } from '@godwit/authoring';
import { type Gmrc, type History, headOf } from '@godwit/history';
import { execute, type Ledger, type Plan, plan, readLedger } from '@godwit/migrator';
import * as v from 'valibot';
import { authorOf } from '../authoring/author.ts';
import { BLANK_REVERT, blankCurrent } from '../authoring/blank-files.ts';
import { changeFolder } from '../authoring/change-folder.ts';
import { generateTypes } from '../authoring/generate-types.ts';
import { inspectHead } from '../authoring/inspect-head.ts';
import { lintDraft } from '../authoring/lint-draft.ts';
import { printCommit } from '../authoring/print-commit.ts';
import { shadowSource } from '../authoring/shadow-source.ts';
import { withWayBack } from '../authoring/with-way-back.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadDifference } from '../session/load-difference.ts';
import { openHistory } from '../session/open-history.ts';
import { type Session, withSession } from '../session/open-session.ts';
import { refuseOnProduction } from '../session/production.ts';

const Options = v.object({ message: v.optional(v.string()), irreversible: v.optional(v.string()) });

type Options = v.InferOutput<typeof Options>;

/** Makes `current.sql` and `revert.sql` the next revision, proved and applied. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = v.parse(Options, input.options);
  return changeFolder(context, 'commit', async () => {
    const { checkMessage } = await loadAuthoring();
    // A bad message is told before a server is started; a missing one may stand in the file.
    if (options.message !== undefined) checkMessage(options.message, 'commit');
    const history = await openHistory(context);
    return withSession<ExitCode>(context, input, (session) => commit(context, session, { history, options }), { interruptible: false });
  });
}

interface Request {
  readonly history: History;
  readonly options: Options;
}

async function commit(context: CommandContext, session: Session, { history, options }: Request): Promise<ExitCode> {
  const { commitRevision, disk } = await loadAuthoring();
  // It takes a while, and so does the server that is waited for next. What is wrong with it is told when it is needed.
  loadDifference().catch(() => undefined);
  const { client, database } = session;
  const ledger = await readLedger(client);
  refuseOnProduction(context, 'commit', database.display, ledger);
  // What stands between the ledger and the disk is told before anything is done.
  planTo(history, ledger);
  const gmrc = await openGmrc(context);
  const { placeholders } = executeSettings(context, NO_OPTIONS, { gmrc, settings: database.settings });
  const printer = printCommit(context, session);
  const source = await shadowSource(context, { database, ledger, gmrc });
  const committed: Committed = await commitRevision({
    root: context.config().root,
    history,
    message: options.message,
    irreversible: options.irreversible,
    created: `${context.now().toISOString()} ${authorOf(context)}`,
    placeholders,
    blank: { current: blankCurrent(gmrc), revert: BLANK_REVERT },
    shadow: source,
    review: () => lintDraft(context),
    inspect: (shadow, [first]) => inspectHead(context, shadow, { history, source, before: first?.before ?? null }),
    store: disk,
    apply: (after) => apply(context, session, { history: after, gmrc }),
    godwitVersion: context.version,
    observer: printer.observe,
    signal: context.signal,
  } satisfies CommitOptions);
  return printer.finish(committed, await generateTypes(context, session));
}

/** Takes the development database to the new head, with all that was pending before it. */
async function apply(
  context: CommandContext,
  session: Session,
  { history, gmrc }: { readonly history: History; readonly gmrc: Gmrc },
): Promise<void> {
  const { client, connect, database } = session;
  const settings = executeSettings(context, NO_OPTIONS, { gmrc, settings: database.settings });
  const execution = { client, connect, settings, origin: database.settings.origin, signal: context.signal };
  const planned = planTo(history, await readLedger(client));
  // What watch has applied, which goes first, is this revision, or what it was a moment ago.
  await withWayBack(context, session, () => execute({ ...execution, plan: planned, replan: (moved) => planTo(history, moved) }));
}

function planTo(history: History, ledger: Ledger): Plan {
  const head = headOf(history);
  return plan({ history, ledger, direction: 'up', target: head === null ? { kind: 'base' } : { kind: 'revision', revision: head } });
}
