import { shellWord } from '@godwit/diagnostics';
import { titleOf } from '@godwit/verify';
import type { CommandContext } from '../context.ts';
import { count, flow } from '../output/columns.ts';
import { commandNames } from '../output/command-names.ts';
import { renderError } from '../output/render-error.ts';
import { duration } from '../output/time.ts';
import { wrapText } from '../output/wrap-text.ts';
import { brokenCycles, countOf, type Verification } from './verification.ts';

/** The last lines: how many have passed, and which command looks at the first that has not. */
export function printSummary(context: CommandContext, verification: Verification, ms: number): void {
  const { output, invocation } = context;
  const { style, width } = output;
  const { results, cycles, errors: problems } = verification;
  if (results.length + (cycles?.length ?? 0) === 0 && problems.length === 0) {
    for (const line of nothingLines(context, verification)) output.line(line);
    return;
  }
  for (const error of problems) for (const line of renderError(error, style, { ...output, invocation })) output.line(line);
  const [failed, errors] = [countOf(verification, 'failed'), countOf(verification, 'error')];
  const broken = brokenCycles(verification).length;
  const bad = failed + errors + broken + problems.length > 0;
  const parts = [
    `${bad ? style.red('✖') : style.green('✔')} ${count(countOf(verification, 'passed'), 'check')} passed`,
    failed > 0 ? `${failed} failed` : '',
    errors > 0 ? `${errors} could not be made` : '',
    ...leftOut(verification, output.verbose),
    broken > 0 ? `${count(broken, 'cycle')} broken` : '',
    style.dim(duration(ms)),
  ];
  for (const line of flow(parts, width)) output.line(line);
  const { otherRevisions, revision } = verification;
  if (otherRevisions > 0)
    for (const line of wrapText(
      `  ${count(otherRevisions, 'check is', 'checks are')} not about ${revision}, but about other revisions`,
      width,
    ))
      output.line(style.dim(line));
  const [first] = results.filter(({ outcome }) => outcome.state === 'failed' || outcome.state === 'error');
  if (first !== undefined)
    output.line(`next: ${commandNames(invocation).verify}${verification.flag} --only ${shellWord(titleOf(first.check))}`);
}

/** Counted by why they were left out, with what makes them and what names them. */
function leftOut({ results }: Verification, verbose: boolean): readonly string[] {
  const reasons = results.flatMap(({ outcome }) => (outcome.state === 'left out' ? [outcome.reason] : []));
  return [...new Set(reasons)].map((reason) => {
    const number = reasons.filter((one) => one === reason).length;
    return `${number} left out (${reason === 'writes' ? writing(number, verbose) : reason})`;
  });
}

function writing(number: number, verbose: boolean): string {
  if (number === 1) return 'it writes: --writes makes it';
  return `they write: --writes makes them${verbose ? '' : ', --verbose names them'}`;
}

function nothingLines({ invocation }: CommandContext, { revision, flag, otherRevisions }: Verification): readonly string[] {
  const next = flag !== '' && revision === 'base' ? [`next: ${commandNames(invocation).godwit} upgrade`] : [];
  return [`○ nothing was verified: ${count(otherRevisions, 'check is', 'checks are')} about other revisions than ${revision}`, ...next];
}
