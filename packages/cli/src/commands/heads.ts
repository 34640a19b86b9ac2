import type { Revision } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { fit } from '../output/columns.ts';
import type { Output } from '../output/output.ts';
import { reportError } from '../output/report-error.ts';
import { forkOf } from '../session/fork-of.ts';
import { openHistory } from '../session/open-history.ts';
import { fittingName } from '../session/revision-names.ts';

/** A message in less room says nothing. */
const LEAST_MESSAGE = 20;

/** Prints the tips of the history; two of them are a fork, which is told on stderr. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const history = await openHistory(context);
  const { output, invocation } = context;
  const { heads } = history;
  if (output.json) output.value({ heads: heads.map(({ name, number, hash, message }) => ({ name, number, hash, message })) });
  else if (heads.length === 0) output.line(output.terminal ? 'base  (no revisions yet)' : 'base');
  else for (const head of heads) output.line(describeHead(output, head));
  const fork = forkOf(history);
  if (!fork) return 0;
  reportError(output, fork, invocation);
  return 2;
}

/** In a pipe the name alone, which is a target. */
function describeHead({ terminal, width, style }: Output, { name, message }: Revision): string {
  if (!terminal) return name;
  const shown = fittingName(name, width);
  const room = width - shown.length - 2;
  return message !== null && room >= LEAST_MESSAGE ? `${shown}  ${style.dim(fit(message, room))}` : shown;
}
