import { GodwitError } from '@godwit/diagnostics';
import type { CommandContext } from '../context.ts';
import { describeFinding } from '../lint/describe-finding.ts';
import { findingAsData } from '../lint/finding-as-data.ts';
import { githubAnnotation } from '../lint/github-annotation.ts';
import { count } from '../output/columns.ts';
import { errorAsData, renderError } from '../output/render-error.ts';
import { duration } from '../output/time.ts';
import type { Check, CheckFinding, CheckOutcome } from './check.ts';

/** What became of a check: its outcome, or the error that kept it from having one. */
export interface CheckResult {
  readonly check: Pick<Check, 'name'>;
  readonly outcome: CheckOutcome | null;
  readonly error: unknown;
  readonly ms: number;
}

export type CheckFormat = 'text' | 'github';

/** Names stand below each other. */
const NAME_WIDTH = 9;

export function printResult(context: CommandContext, { check, outcome, error, ms }: CheckResult, format: CheckFormat): void {
  const { output } = context;
  output.transient('');
  if (output.json) return;
  const { style } = output;
  const glyph =
    outcome === null || outcome.state === 'found' ? style.red('✖') : outcome.state === 'fine' ? style.green('✔') : style.dim('·');
  const summary =
    outcome === null
      ? 'could not be looked at'
      : outcome.state === 'left out'
        ? style.dim(`left out: ${outcome.summary}`)
        : outcome.summary;
  const took = outcome?.state === 'left out' ? '' : `  ${style.dim(duration(ms))}`;
  output.line(`  ${glyph} ${check.name.padEnd(NAME_WIDTH)} ${summary}${took}`);
  const options = { ...output, invocation: context.invocation };
  if (outcome === null) {
    if (format === 'github') output.line(annotation(error));
    for (const line of renderError(error, style, options)) output.line(`    ${line}`.trimEnd());
  }
  for (const problem of outcome?.findings ?? []) {
    if (format === 'github') output.line(problem.kind === 'lint' ? githubAnnotation(problem.finding) : annotation(problem.error));
    const lines = problem.kind === 'lint' ? describeFinding(problem.finding, options) : renderError(problem.error, style, options);
    for (const line of lines) output.line(`    ${line}`.trimEnd());
  }
}

/** The last line: how many were looked at, and what to do. */
export function printSummary(context: CommandContext, results: readonly CheckResult[], ms: number): void {
  const { output } = context;
  const findings = results.flatMap(({ outcome }) => outcome?.findings ?? []);
  const failed = results.filter(({ outcome }) => outcome === null);
  if (output.json) {
    output.value({
      checks: results.map(({ check, outcome, error }) => ({
        name: check.name,
        state: outcome?.state ?? 'failed',
        summary: outcome?.summary ?? null,
        findings: outcome === null ? [errorAsData(error).error] : outcome.findings.map(findingAsJson),
      })),
      findings: findings.length,
      failed: failed.length,
    });
    return;
  }
  const { green, red, dim } = output.style;
  const looked = count(results.filter(({ outcome }) => outcome !== null && outcome.state !== 'left out').length, 'check');
  const parts = [
    ...(findings.length > 0 ? [count(findings.length, 'finding')] : []),
    ...(failed.length > 0 ? [`${count(failed.length, 'check')} could not be made`] : []),
  ];
  output.line(
    parts.length === 0
      ? `${green('✔')} ${looked}, nothing found  ${dim(duration(ms))}`
      : `${red('✖')} ${looked}: ${parts.join(', ')}  ${dim(duration(ms))}`,
  );
}

function findingAsJson(problem: CheckFinding): object {
  return problem.kind === 'lint' ? findingAsData(problem.finding) : errorAsData(problem.error).error;
}

/** As https://docs.github.com/actions/reference/workflow-commands-for-github-actions has it: shown at the line of the file. */
function annotation(problem: unknown): string {
  if (!(problem instanceof GodwitError)) return `::error::${escapeData(String(problem))}`;
  const path = problem.frame?.file ?? ('path' in problem && typeof problem.path === 'string' ? problem.path : undefined);
  const place = {
    file: path,
    line: problem.frame?.line,
    col: problem.frame?.column,
    title: `${problem.message} (${problem.code})`,
  };
  const properties = Object.entries(place).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  const text = [...problem.details, ...(problem.help === undefined ? [] : [`help: ${problem.help}`])].join('\n') || problem.message;
  return `::error ${properties.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
