import { type CheckResult, type Comparison, describeValue, type LeftOutReason } from '@godwit/verify';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { header } from '../output/header.ts';
import type { Output } from '../output/output.ts';
import { renderError } from '../output/render-error.ts';
import { duration } from '../output/time.ts';
import { wrapText } from '../output/wrap-text.ts';
import type { CycleResult } from './verify-cycles.ts';

/** As many as a person reads. */
const MOST_DIFFERENCES = 10;

const GLYPHS = { passed: '✔', failed: '✖', error: '✖', 'left out': '○' } as const;

export function printVerifyHead(
  { output }: CommandContext,
  { database, checks }: { readonly database: string; readonly checks: number },
): void {
  output.transient('');
  if (!output.json) output.line(header(output, 'Verify', database, count(checks, 'check')));
}

/** Tells checks as they are made. */
export interface ResultPrinter {
  readonly observe: (result: CheckResult) => void;
  /** Prints what is still to be said of the last file. */
  readonly finish: () => void;
}

/**
 * A line a check below the name of its file; below that what was expected and found, or why it could not be made. Those of a file that write and were left
 * out for it are one line: on a live database they are most, and no news. With --verbose each is named.
 */
export function resultPrinter(context: CommandContext): ResultPrinter {
  const { output } = context;
  if (output.json) return { observe: () => undefined, finish: () => undefined };
  let group = '';
  let writing: CheckResult[] = [];
  const finish = () => {
    const [only, ...others] = writing;
    if (only !== undefined && others.length === 0) printResult(context, only);
    else if (only !== undefined)
      printLines(output, {
        glyph: output.style.dim(GLYPHS['left out']),
        text: `${writing.length} left out: they write`,
        shade: output.style.dim,
      });
    writing = [];
  };
  return {
    observe: (result) => {
      const { system, topic } = result.check.file;
      const name = `${system}/${topic}`;
      if (name !== group) {
        finish();
        output.line(output.style.bold(name));
      }
      group = name;
      if (!output.verbose && isLeftOutFor(result, 'writes')) writing.push(result);
      else printResult(context, result);
    },
    finish,
  };
}

function isLeftOutFor({ outcome }: CheckResult, reason: LeftOutReason): boolean {
  return outcome.state === 'left out' && outcome.reason === reason;
}

function printResult(context: CommandContext, { check, outcome, ms }: CheckResult): void {
  const { output, invocation } = context;
  const { style, width } = output;
  const paint = { passed: style.green, failed: style.red, error: style.red, 'left out': style.dim }[outcome.state];
  const took = output.verbose && outcome.state !== 'left out' ? `  ${duration(ms)}` : '';
  const text = outcome.state === 'left out' ? `${check.name}: ${outcome.because}` : `${check.name}${took}`;
  const shade = outcome.state === 'left out' ? style.dim : (line: string) => line;
  printLines(output, { glyph: paint(GLYPHS[outcome.state]), text, shade });
  if (outcome.state === 'failed') {
    for (const line of differenceLines(output, outcome.differences)) output.line(line);
    for (const line of wrapText(`      ${check.file.path}:${check.line}`, width)) output.line(style.dim(line));
  }
  if (outcome.state === 'error') {
    const lines = renderError(outcome.error, style, { ...output, width: width - 4, invocation });
    for (const line of lines) output.line(`    ${line}`.trimEnd());
  }
}

interface GlyphLine {
  readonly glyph: string;
  readonly text: string;
  readonly shade: (line: string) => string;
}

function printLines(output: Output, { glyph, text, shade }: GlyphLine): void {
  const [first = '', ...rest] = wrapText(`    ${text}`, output.width);
  output.line(`  ${glyph} ${shade(first.trimStart())}`);
  for (const line of rest) output.line(shade(line));
}

function differenceLines({ style, width }: Output, differences: readonly Comparison[]): string[] {
  const shown = differences
    .slice(0, MOST_DIFFERENCES)
    .flatMap(({ label, expected, found }) => [
      ...(label === '' ? [] : wrapText(`      ${label}`, width)),
      ...valueLines('expected', expected, width),
      ...valueLines('found', found, width),
    ]);
  const more = differences.length - MOST_DIFFERENCES;
  return more > 0 ? [...shown, style.dim(`      … ${count(more, 'more row')}`)] : shown;
}

/** A value of several lines, such as a definition, keeps them. */
function valueLines(word: string, value: string | null, width: number): string[] {
  return describeValue(value)
    .split('\n')
    .flatMap((line, index) => wrapText(`      ${(index === 0 ? word : '').padEnd(8)}  ${line}`, width, 16));
}

export function printCycleHead({ output }: CommandContext): void {
  if (!output.json) output.line(output.style.bold('up, down and up again'));
}

/** A line a system, and why a revision of it does not hold. */
export function printCycle(context: CommandContext, { subject, summary, failures }: CycleResult): void {
  const { output, invocation } = context;
  output.transient('');
  if (output.json) return;
  const { style, width } = output;
  const glyph = failures.length === 0 ? style.green('✔') : style.red('✖');
  printLines(output, { glyph, text: `${subject}: ${summary}`, shade: (line) => line });
  for (const failure of failures) {
    for (const line of renderError(failure, style, { ...output, width: width - 4, invocation })) output.line(`    ${line}`.trimEnd());
  }
}
