import type { FixedFile, LintFinding } from '@godwit/lint';
import * as v from 'valibot';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { type ChosenSources, chooseSources } from '../lint/choose-sources.ts';
import { writeFixes } from '../lint/fix-files.ts';
import { lintContext } from '../lint/lint-context.ts';
import { printFindings } from '../lint/print-findings.ts';
import { runAfterWrite } from '../revision/after-write.ts';
import { loadLint } from '../session/load-lint.ts';
import { choiceOption, flagOption } from '../session/options.ts';
import { UsageError } from '../usage-error.ts';

const Options = v.object({
  all: flagOption,
  since: v.optional(v.string()),
  format: choiceOption('--format', ['text', 'json', 'github']),
  fix: flagOption,
});

/** Says what the SQL of revisions must not do while the application runs, and what to write instead. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const { all, since, fix, format = context.output.json ? 'json' : 'text' } = v.parse(Options, input.options);
  const files = input.arguments;
  if ([all, since !== undefined, files.length > 0].filter(Boolean).length > 1) {
    throw new UsageError({ message: 'Lint takes files, --all or --since, and not two of them', help: 'see: godwit lint --help' });
  }
  const choose = () => chooseSources(context, { files, all, since });
  const chosen = await choose();
  const findings = await findingsOf(context, chosen);
  const fixed = fix ? await mend(chosen, findings) : [];
  if (fixed.length > 0)
    await runAfterWrite(
      context,
      fixed.map(({ path }) => path),
    );
  const left = fixed.length === 0 ? findings : await findingsOf(context, await choose());
  printFindings(context, { chosen, findings: left, fixed, format, fix });
  return left.some(({ severity }) => severity === 'error') ? 2 : 0;
}

async function findingsOf(context: CommandContext, { sources, whole }: ChosenSources): Promise<readonly LintFinding[]> {
  const { lint } = await loadLint();
  return lint(sources, { ...(await lintContext(context)), whole });
}

/** Committed files stay as they are: databases have applied them. */
async function mend({ sources }: ChosenSources, findings: readonly LintFinding[]): Promise<readonly FixedFile[]> {
  const { fixedFiles } = await loadLint();
  const committed = new Set(sources.filter(({ revision }) => revision !== undefined).map(({ path }) => path));
  const files = fixedFiles(findings.filter(({ frame }) => !committed.has(frame.file)));
  writeFixes(files);
  return files;
}
