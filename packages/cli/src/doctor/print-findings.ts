import type { CheckFindings, Finding, FindingState } from '@godwit/doctor';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { commandNames, inWordsOf } from '../output/command-names.ts';
import { header } from '../output/header.ts';
import { wrap } from '../output/wrap.ts';

/** `privileges` and a blank. */
const NAME_WIDTH = 12;

export function printHeader({ output }: CommandContext, display: string): void {
  if (!output.json) output.line(header(output, 'Doctor', display, '').trimEnd());
}

/** A line a finding, below it why it matters and what repairs it. */
export function printFindings(context: CommandContext, { check, findings }: CheckFindings): void {
  const { output, invocation } = context;
  if (output.json) return;
  const { dim } = output.style;
  const names = commandNames(invocation);
  const inset = ' '.repeat(NAME_WIDTH + 5);
  for (const [index, { state, summary, because, repair }] of findings.entries()) {
    const [first = '', ...rest] = wrap(`${inset}${inWordsOf(names, summary)}`, output.width);
    output.line(`  ${glyph(context, state)} ${(index === 0 ? check : '').padEnd(NAME_WIDTH)} ${first.slice(inset.length)}`);
    for (const line of rest) output.line(line);
    for (const reason of because) for (const line of wrap(`${inset}${inWordsOf(names, reason)}`, output.width)) output.line(dim(line));
    // Statements are copied from here: they are never broken.
    for (const line of repair) output.line(`${inset}${inWordsOf(names, line)}`);
  }
}

function glyph({ output: { style } }: CommandContext, state: FindingState): string {
  return { fine: style.green('✔'), warning: style.yellow('!'), problem: style.red('✖'), unknown: style.dim('?') }[state];
}

export interface Summary {
  readonly display: string;
  readonly results: readonly CheckFindings[];
  /** Why questions were not asked; null when all were. */
  readonly left: string | null;
}

/** The counts; with `--json` everything. */
export function printSummary({ output, invocation }: CommandContext, { display, results, left }: Summary): void {
  const all = results.flatMap(({ findings }) => findings);
  const of = (state: FindingState) => all.filter((finding) => finding.state === state).length;
  const [problems, warnings, unknown] = [of('problem'), of('warning'), of('unknown')];
  if (output.json) {
    const names = commandNames(invocation);
    const inWords = (lines: readonly string[]) => lines.map((line) => inWordsOf(names, line));
    const asData = ({ state, summary, because, repair }: Finding) => ({
      state,
      summary: inWordsOf(names, summary),
      because: inWords(because),
      repair: inWords(repair),
    });
    const checks = results.map(({ check, findings }) => ({ name: check, findings: findings.map(asData) }));
    output.value({ database: display, checks, problems, warnings, unknown, left });
    return;
  }
  const parts = [
    ...(problems > 0 ? [`${problems} to repair`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(unknown > 0 ? [`${unknown} could not be looked at`] : []),
  ];
  const { green, red } = output.style;
  const looked = count(results.length, 'check');
  output.line(`${problems > 0 ? red('✖') : green('✔')} ${looked}${parts.length > 0 ? `: ${parts.join(', ')}` : ', nothing to repair'}`);
  if (left !== null) for (const line of wrap(`  ${left}`, output.width)) output.line(output.style.dim(line));
  if (problems > 0) output.line(inWordsOf(commandNames(invocation), 'next: repair what is marked ✖, then godwit doctor'));
}
