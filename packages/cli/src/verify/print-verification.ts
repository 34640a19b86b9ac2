import type { CheckResult, Comparison } from '@godwit/verify';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { header } from '../output/header.ts';
import type { Output } from '../output/output.ts';
import { renderError } from '../output/render-error.ts';
import { duration } from '../output/time.ts';
import { wrapText } from '../output/wrap-text.ts';
import { countOf, type Verification } from './verification.ts';

/** As many as a person reads. */
const MOST_DIFFERENCES = 10;

export function printVerifyHead(
  { output }: CommandContext,
  { database, checks }: { readonly database: string; readonly checks: number },
): void {
  output.transient('');
  if (!output.json) output.line(header(output, 'Verify', database, count(checks, 'check')));
}

const GLYPHS = { passed: '✔', failed: '✖', error: '✖', 'left out': '○' } as const;

/** A line a check; below it what was expected and found, or why it could not be made. */
export function printResult(context: CommandContext, { check, outcome }: CheckResult): void {
  const { output, invocation } = context;
  if (output.json) return;
  const { style } = output;
  const paint = { passed: style.green, failed: style.red, error: style.red, 'left out': style.dim }[outcome.state];
  const because = outcome.state === 'left out' ? `  ${outcome.because}` : '';
  const [first = '', ...rest] = wrapText(`    ${check.name}${because}`, output.width, 4);
  const dim = outcome.state === 'left out' ? style.dim : (text: string) => text;
  output.line(`  ${paint(GLYPHS[outcome.state])} ${dim(first.trimStart())}`);
  for (const line of rest) output.line(dim(line));
  if (outcome.state === 'failed') for (const line of differenceLines(output, outcome.differences)) output.line(line);
  if (outcome.state === 'failed') output.line(style.dim(`      ${check.file.path}:${check.line}`));
  if (outcome.state === 'error')
    for (const line of renderError(outcome.error, style, { ...output, invocation })) output.line(`    ${line}`.trimEnd());
}

function differenceLines({ style, width }: Output, differences: readonly Comparison[]): string[] {
  const shown = differences
    .slice(0, MOST_DIFFERENCES)
    .flatMap(({ label, expected, found }) => [
      ...(label === '' ? [] : wrapText(`      ${label}`, width)),
      ...wrapText(`      expected  ${expected ?? 'null'}`, width, 16),
      ...wrapText(`      found     ${found ?? 'null'}`, width, 16),
    ]);
  const more = differences.length - MOST_DIFFERENCES;
  return more > 0 ? [...shown, style.dim(`      … ${more} more`)] : shown;
}

/** The last lines: how many have passed, and what to do. */
export function printSummary({ output, invocation }: CommandContext, verification: Verification, ms: number): void {
  const { green, red, dim } = output.style;
  const [failed, errors, leftOut] = [countOf(verification, 'failed'), countOf(verification, 'error'), countOf(verification, 'left out')];
  const parts = [
    `${countOf(verification, 'passed')} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(errors > 0 ? [`${errors} could not be made`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ];
  const bad = failed + errors + verification.errors.length > 0;
  output.line(`${bad ? red('✖') : green('✔')} ${parts.join(', ')}  ${dim(duration(ms))}`);
  void invocation;
}
