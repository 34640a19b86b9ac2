import type { CommandContext } from '../context.ts';
import type { ExitCode } from '../definition.ts';
import { openHistory } from '../session/open-history.ts';

/** Prints the tips of the history; two of them are a fork. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const history = await openHistory(context);
  const { output } = context;
  if (output.json) output.value({ heads: history.heads.map(({ name, number, hash, message }) => ({ name, number, hash, message })) });
  else if (history.heads.length === 0) output.line(output.terminal ? 'base  (no revisions yet)' : 'base');
  else
    for (const head of history.heads)
      output.line(output.terminal && head.message ? `${head.name}  ${output.style.dim(head.message)}` : head.name);
  if (history.heads.length > 1) {
    output.note(`${history.heads.length} heads: two branches each committed a revision after the same one`);
    return 2;
  }
  return 0;
}
