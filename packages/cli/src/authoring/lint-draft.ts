import type { CommandContext } from '../context.ts';
import { chooseSources } from '../lint/choose-sources.ts';
import { describeFinding } from '../lint/describe-finding.ts';
import { lintContext } from '../lint/lint-context.ts';
import { count } from '../output/columns.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { loadLint } from '../session/load-lint.ts';

/**
 * Lints what is being written, before it is committed. Warnings are shown.
 *
 * @throws LintStops for an error; an ignore with a reason is the way past it
 */
export async function lintDraft(context: CommandContext): Promise<void> {
  const { lint } = await loadLint();
  const { output, invocation } = context;
  const { sources } = await chooseSources(context, { files: [], all: false, since: undefined });
  const findings = await lint(sources, { ...(await lintContext(context)), whole: false });
  if (!output.json) {
    const { style, width } = output;
    for (const finding of findings)
      for (const line of describeFinding(finding, { style, width, invocation })) output.line(`  ${line}`.trimEnd());
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    const { LintStops } = await loadAuthoring();
    throw new LintStops(errors.map(({ rule, message, frame }) => `${frame.file}:${frame.line} ${rule}: ${message}`));
  }
  if (output.json) return;
  const warnings = findings.length === 0 ? 'no findings' : count(findings.length, 'warning');
  output.line(`  ${output.style.green('✔')} lint  ${warnings}`);
}
