import { headOf } from '@godwit/history';
import * as v from 'valibot';
import { changeFolder } from '../authoring/change-folder.ts';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { openGmrc } from '../execution/execution-options.ts';
import { runAfterWrite } from '../revision/after-write.ts';
import { autogenerateRevision } from '../revision/autogenerate-revision.ts';
import { findPattern } from '../revision/find-pattern.ts';
import { readTemplates } from '../revision/templates.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { displayPath, openHistory } from '../session/open-history.ts';
import { flagOption } from '../session/options.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({
  message: v.optional(v.string()),
  like: v.optional(v.string()),
  autogenerate: flagOption,
  from: v.optional(v.string()),
  rename: v.optional(v.array(v.string()), []),
  noRename: flagOption,
});

export type RevisionOptions = v.InferOutput<typeof Options>;

/** Begins a revision in `current.sql` and `revert.sql`: blank, from a pattern, or from what a schema has that head has not. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const options = v.parse(Options, input.options);
  refuseMixed(options);
  return changeFolder(context, 'revision', async () => {
    const { checkMessage } = await loadAuthoring();
    const message = checkMessage(options.message, 'revision');
    const history = await openHistory(context);
    // A fork is told before anything is written.
    headOf(history);
    return options.autogenerate
      ? autogenerateRevision(context, input, { history, options, message })
      : begin(context, { options, message });
  });
}

function refuseMixed({ like, autogenerate, from, rename, noRename }: RevisionOptions): void {
  const needs = [
    ...(from === undefined ? [] : ['--from']),
    ...(rename.length === 0 ? [] : ['--rename']),
    ...(noRename ? ['--no-rename'] : []),
  ];
  if (!autogenerate && needs.length > 0) {
    throw new UsageError({
      message: `${needs.join(' and ')} ${needs.length === 1 ? 'goes' : 'go'} with --autogenerate`,
      help: 'godwit revision --autogenerate -m "…"',
    });
  }
  if (autogenerate && like !== undefined) {
    throw new UsageError({
      message: '--like and --autogenerate do not go together',
      help: 'one begins from a pattern, the other from a difference',
    });
  }
}

async function begin(
  context: CommandContext,
  { options: { like }, message }: { readonly options: RevisionOptions; readonly message: string },
): Promise<ExitCode> {
  const { disk, readPatterns, startRevision } = await loadAuthoring();
  const found = like === undefined ? null : findPattern(readPatterns(), like);
  const templates = readTemplates(context, await openGmrc(context), message);
  const { root, migrationsFolder } = context.config();
  const paths = await startRevision({
    root,
    folder: displayPath(context, migrationsFolder),
    store: disk,
    message,
    forward: found?.revision.forward ?? templates.forward,
    revert: found?.revision.revert ?? templates.revert,
  });
  const ran = await runAfterWrite(context, paths);
  const { output, invocation } = context;
  const later = found?.pattern.revisions.filter(({ number }) => number > found.revision.number) ?? [];
  if (output.json) {
    output.value({
      message,
      written: paths,
      pattern: found?.pattern.name ?? null,
      left: later.map(({ number }) => `${found?.pattern.name}/${number}`),
      afterWrite: ran,
    });
    return 0;
  }
  const { green, dim } = output.style;
  for (const path of paths) output.line(`${green('✔')} ${path}`);
  if (found !== null) output.line(`  ${dim(found.pattern.purpose)}`);
  for (const { number } of later) output.line(`  then: ${invocation} revision -m "…" --like ${found?.pattern.name}/${number}`);
  for (const command of ran) output.line(`${green('✔')} ${command}`);
  output.line(found === null ? `next: write it, then ${invocation} commit` : `next: put your own names into it, then ${invocation} commit`);
  return 0;
}
