import type { CommandContext } from '../context.ts';
import { chooseSources } from '../lint/choose-sources.ts';
import { lintContext } from '../lint/lint-context.ts';
import { count } from '../output/columns.ts';
import { loadLint } from '../session/load-lint.ts';
import { type CheckOutcome, fine } from './check.ts';

/** Lint of the whole history, or of what is new since a ref. Warnings are counted, and stop nothing. */
export async function checkLint(context: CommandContext, since: string | undefined): Promise<CheckOutcome> {
  const { lint } = await loadLint();
  const { sources, subject, whole } = await chooseSources(context, { files: [], all: since === undefined, since });
  const findings = await lint(sources, { ...(await lintContext(context)), whole });
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.length === errors.length ? '' : `, ${count(findings.length - errors.length, 'warning')}`;
  if (errors.length === 0) return fine(`${subject}${warnings || ': nothing to say'}`);
  const summary = `${count(errors.length, 'error')}${warnings} in ${subject}`;
  return { state: 'found', summary, findings: errors.map((finding) => ({ kind: 'lint', finding })) };
}
