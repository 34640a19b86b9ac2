import type { FixedFile, LintFinding } from '@godwit/lint';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { duration } from '../output/time.ts';
import type { ChosenSources } from './choose-sources.ts';
import { describeFinding } from './describe-finding.ts';
import { findingAsData } from './finding-as-data.ts';
import { githubAnnotation } from './github-annotation.ts';

export interface Linted {
  readonly chosen: ChosenSources;
  readonly findings: readonly LintFinding[];
  /** What `--fix` has written. */
  readonly fixed: readonly FixedFile[];
  readonly format: 'text' | 'json' | 'github';
  /** Whether `--fix` was given. */
  readonly fix: boolean;
}

export function printFindings(context: CommandContext, linted: Linted): void {
  const { output } = context;
  const { findings, fixed, format } = linted;
  if (format === 'json') output.value(asData(linted));
  else if (format === 'github') {
    for (const finding of findings) output.line(githubAnnotation(finding));
    output.line(describeCount(findings));
  } else printText(context, linted);
  if (format !== 'text') for (const { path } of fixed) output.note(`mended ${path}`);
}

function asData({ chosen, findings, fixed }: Linted): object {
  const files = chosen.sources.filter(({ factsOnly }) => !factsOnly).map(({ path }) => path);
  return {
    files,
    findings: findings.map(findingAsData),
    errors: countOf(findings, 'error'),
    warnings: countOf(findings, 'warning'),
    fixed: fixed.map(({ path, findings: mended }) => ({ path, findings: mended.length })),
  };
}

function printText(context: CommandContext, linted: Linted): void {
  const { output, invocation } = context;
  const { style, width } = output;
  const { chosen, findings, fixed } = linted;
  output.line(`${style.bold('Lint')}  ${chosen.subject || 'nothing: no revision is being written'}`);
  if (output.verbose) printHowRevisionsRun(context);
  for (const finding of findings) output.line(describeFinding(finding, { style, width, invocation }).join('\n'));
  for (const { path, findings: mended } of fixed) {
    output.line(
      `${style.green('✔')} ${path}: ${count(mended.length, 'constraint')} NOT VALID now; VALIDATE belongs into the next revision`,
    );
  }
  if (findings.length > 0) output.line(describeCount(findings));
  else if (chosen.subject !== '') output.line(`${style.green('✔')} ${describeCount(findings)}`);
  const next = nextStep(context, linted);
  if (next !== null) output.line(`next: ${next}`);
}

/** What no revision has to set for itself. */
function printHowRevisionsRun({ output, config }: CommandContext): void {
  const { lockTimeout, patience } = config();
  output.line(
    output.style.dim(
      `  every revision waits ${duration(lockTimeout)} for locks in all (lockTimeout), then is rolled back and tried again for ${duration(patience)} (patience): none has to set lock_timeout`,
    ),
  );
}

function nextStep({ invocation }: CommandContext, { chosen, findings, fix }: Linted): string | null {
  const committed = new Set(chosen.sources.filter(({ revision }) => revision !== undefined).map(({ path }) => path));
  const open = findings.filter(({ frame }) => !committed.has(frame.file));
  if (!fix && open.some((finding) => finding.fix.length > 0)) return `${invocation} lint --fix`;
  const first = open.find(({ rule }) => !rule.startsWith('ignore-'));
  if (first !== undefined) return `write it otherwise, or give the reason above the statement: -- godwit:ignore ${first.rule}: …`;
  if (open.length > 0) return 'correct the ignore, or remove it';
  if (findings.length > 0) return `a new revision that mends it, or "lint": { "ignore": [ … ] } with the reason in godwit.config.json`;
  if (chosen.subject === '') return `${invocation} lint --all, for the whole history`;
  return chosen.sources.some(({ factsOnly, revision, role }) => !factsOnly && revision === undefined && role === 'forward') && !chosen.whole
    ? `${invocation} commit -m "…"`
    : null;
}

/** `2 errors, 1 warning`. */
function describeCount(findings: readonly LintFinding[]): string {
  const errors = countOf(findings, 'error');
  const warnings = countOf(findings, 'warning');
  const parts = [...(errors > 0 ? [count(errors, 'error')] : []), ...(warnings > 0 ? [count(warnings, 'warning')] : [])];
  return parts.length === 0 ? 'no findings' : parts.join(', ');
}

function countOf(findings: readonly LintFinding[], severity: LintFinding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
