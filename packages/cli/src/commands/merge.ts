import type { Repository } from '@godwit/authoring';
import { shellOption, shellWord } from '@godwit/diagnostics';
import {
  type History,
  HistoryFinding,
  parseTarget,
  ReplacedPrevious,
  type Revision,
  readAside,
  readHistory,
  resolveTarget,
} from '@godwit/history';
import * as v from 'valibot';
import { changeFolder } from '../authoring/change-folder.ts';
import { chooseMine } from '../authoring/choose-mine.ts';
import { schemaFolder } from '../authoring/exported-schema.ts';
import { foretellMerge } from '../authoring/foretell-merge.ts';
import { mergedSchema } from '../authoring/merged-schema.ts';
import {
  type FinishedMerge,
  type MergePlan,
  observeMerge,
  printMergeDryRun,
  printMerged,
  printMergePlan,
  printNothingToMerge,
} from '../authoring/print-merge.ts';
import { readLedgerIfThere } from '../authoring/read-ledger-if-there.ts';
import { shadowSource } from '../authoring/shadow-source.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { followPages } from '../docs/page-changes.ts';
import { executeSettings, NO_OPTIONS, openGmrc } from '../execution/execution-options.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { displayPath } from '../session/open-history.ts';
import { flagOption } from '../session/options.ts';
import { selectDatabase } from '../session/select-database.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({
  message: v.optional(v.string()),
  onto: v.optional(v.string()),
  mine: v.optional(v.string()),
  dryRun: flagOption,
});

type Options = v.InferOutput<typeof Options>;

/** Alembic's word for all of them. */
const ALL = 'heads';

/** Puts the revisions of one branch after those of another. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = v.parse(Options, input.options);
  const work = () => merge(context, input, options);
  return options.dryRun ? work() : changeFolder(context, 'merge', work);
}

async function merge(context: CommandContext, input: CommandInput, options: Options): Promise<ExitCode> {
  const { chooseHeads, composeMerge, disk, findCommon, findSides, mergeRevisions, openRepository, AlreadyOpen } = await loadAuthoring();
  const folder = displayPath(context, context.config().migrationsFolder);
  const repository = await openRepository(folder, context.environment);
  const conflicted = (await repository?.conflicts()) ?? [];
  const history = await readHistory(folder, conflicted);
  assertMergeable(history);
  const aside = await readAside(folder);
  if (aside !== null) throw new AlreadyOpen(aside.opened.name);
  const named = input.arguments.filter((text) => text !== ALL).map((text) => revisionAt(history, text));
  const heads = chooseHeads(history, named);
  if (heads.length < 2) {
    printNothingToMerge(context, heads[0] ?? null);
    return 0;
  }
  const mine =
    options.mine === undefined ? await chooseMine(context, { ...options, heads, repository }) : revisionAt(history, options.mine);
  const sides = await findSides({ history, heads, repository, onto: options.onto, mine });
  const database = await selectDatabase(context, input);
  const gmrc = await openGmrc(context);
  const { placeholders } = executeSettings(context, NO_OPTIONS, { gmrc, settings: database.settings });
  const ledger = await readLedgerIfThere(database.settings);
  const plan: MergePlan = {
    sides,
    merged: await composeMerge({ folder, sides, conflicted, store: disk }),
    common: await findCommon(sides, placeholders),
    known: ledger && { ledger, display: database.display },
  };
  printMergePlan(context, plan);
  if (options.dryRun) {
    printMergeDryRun(context, plan, withoutDryRun(input, mine));
    return 0;
  }
  const outcome = await mergeRevisions({
    root: context.config().root,
    folder,
    sides,
    conflicted,
    shadow: await shadowSource(context, { database, ledger: ledger ?? { production: false }, gmrc }),
    store: disk,
    inspect: async (shadow) => [
      ...(await mergedSchema(context, shadow, { folder: schemaFolder({ folder }), repository })),
      ...(await followPages(context, shadow.client)),
    ],
    godwitVersion: context.version,
    observer: observeMerge(context),
    signal: context.signal,
  });
  const moves = ledger === null ? [] : await foretellMerge({ history: outcome.history, ledger, placeholders });
  printMerged(context, { ...plan, outcome, moves, folder, message: options.message, git: await underWay(repository) });
  return 0;
}

async function underWay(repository: Repository | null): Promise<FinishedMerge['git']> {
  if (repository === null) return null;
  return (await repository.isRebasing()) ? 'rebase' : 'commit';
}

/** The command line that does it, with what was answered. */
function withoutDryRun({ arguments: words, options }: CommandInput, mine: Revision | null): string {
  const said: Readonly<Record<string, unknown>> = { mine: mine?.name, ...options };
  const flags = (['onto', 'mine', 'message'] as const).flatMap((name) => {
    const value = said[name];
    return typeof value === 'string' ? [shellOption(`--${name}`, value)] : [];
  });
  return ['merge', ...flags, ...words.map(shellWord)].join(' ');
}

/** @throws the first problem that a merge does not settle itself */
function assertMergeable({ problems }: History): void {
  const problem = problems.find((one) => !(one instanceof HistoryFinding || one instanceof ReplacedPrevious));
  if (problem !== undefined) throw problem;
}

function revisionAt(history: History, text: string): Revision {
  const position = resolveTarget(history, parseTarget(text), { kind: 'base' });
  if (position.kind === 'revision') return position.revision;
  throw new UsageError({ message: `Merge needs revisions, and '${text}' is none`, help: 'godwit heads lists them' });
}
