import type { ActiveRules } from '../active-rules.ts';
import type { LintSource } from '../lint-source.ts';
import { createTextLines, type TextLines } from '../text/text-lines.ts';
import { runSquawk, type SquawkOutput } from './run-squawk.ts';
import { SQUAWK_RULES, type SquawkRule, squawkName } from './squawk-rules.ts';

/** What squawk has found at a place of a source. Offsets are UTF-16 code units of its text. */
export interface SquawkReport {
  readonly rule: SquawkRule;
  readonly message: string;
  readonly because: string;
  readonly start: number;
  readonly end: number;
}

/** A name is as good as any value: squawk looks at neither. */
const PLACEHOLDER = /(?<![\w:]):[A-Z][0-9A-Z_]+/g;

/**
 * Runs the rules of squawk that are on over the sources; when none is on, nothing is run.
 *
 * @throws SquawkMissing, SquawkFailed
 */
export async function squawkReports(
  sources: readonly LintSource[],
  rules: Pick<ActiveRules, 'severityOf'>,
): Promise<ReadonlyMap<LintSource, readonly SquawkReport[]>> {
  const on = SQUAWK_RULES.filter(({ name }) => rules.severityOf(name) !== null);
  if (on.length === 0 || sources.length === 0) return new Map();
  const replaced = sources.map(({ text }) => text.replaceAll(PLACEHOLDER, (name) => 'x'.repeat(name.length)));
  const exclude = SQUAWK_RULES.filter((rule) => !on.includes(rule)).map(squawkName);
  const outputs = await runSquawk(replaced, { include: on.map(squawkName), exclude });
  const found = sources.map((): SquawkReport[] => []);
  const texts = sources.map(({ text }) => createTextLines(text));
  for (const output of outputs) {
    const rule = on.find((candidate) => squawkName(candidate) === output.rule);
    const lines = texts[output.file];
    if (rule !== undefined && lines !== undefined) found[output.file]?.push(asReport(output, rule, lines));
  }
  return new Map(sources.map((source, index) => [source, found[index] ?? []]));
}

function asReport({ line, column, endLine, endColumn, message, help }: SquawkOutput, rule: SquawkRule, lines: TextLines): SquawkReport {
  return {
    rule,
    message: message.replaceAll('`', '').replace(/[.!]$/, ''),
    because: help ?? rule.reason,
    start: lines.offsetOf(line, column),
    end: lines.offsetOf(endLine, endColumn),
  };
}
