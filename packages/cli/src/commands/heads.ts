import { assertSound, ForkedHistory, type Revision } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { fit } from '../output/columns.ts';
import type { Output } from '../output/output.ts';
import { reportError } from '../output/report-error.ts';
import { forkOf } from '../session/fork-of.ts';
import { lastChange } from '../session/last-change.ts';
import { openHistory } from '../session/open-history.ts';
import { fittingName } from '../session/revision-names.ts';

/** A message in less room says nothing. */
const LEAST_MESSAGE = 20;

/**
 * Prints the tips of the history; two of them are a fork, which is told on stderr, with who wrote them and when.
 *
 * @throws what is wrong with the files, once the tips are printed
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const history = await openHistory(context);
  const { output, invocation } = context;
  const fork = forkOf(history);
  const heads = await Promise.all(
    history.heads.map(async (revision) => ({ revision, changed: fork && (await lastChange(context, revision)) })),
  );
  if (output.json) {
    output.value({
      heads: heads.map(({ revision: { name, number, hash, message }, changed }) => ({ name, number, hash, message, changed })),
    });
  } else if (heads.length === 0) output.line(output.terminal ? 'base  (no revisions yet)' : 'base');
  else for (const { revision } of heads) output.line(describeHead(output, revision));
  if (!fork) {
    assertSound(history);
    return 0;
  }
  const { parting } = fork;
  const described = heads.map(({ revision: { name, message }, changed }) => ({
    name,
    message: changed === null ? message : [...(message === null ? [] : [message]), `(${changed})`].join('  '),
  }));
  reportError(output, new ForkedHistory({ heads: described, parting }), invocation);
  return 2;
}

/** In a pipe the name alone, which is a target. */
function describeHead({ terminal, width, style }: Output, { name, message }: Revision): string {
  if (!terminal) return name;
  const shown = fittingName(name, width);
  const room = width - shown.length - 2;
  return message !== null && room >= LEAST_MESSAGE ? `${shown}  ${style.dim(fit(message, room))}` : shown;
}
