import { headOf, parseTarget, type Revision, resolveTarget } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { openHistory } from '../session/open-history.ts';

/** Prints one revision: its headers in words, its SQL, its way back. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const history = await openHistory(context);
  const target = parseTarget(input.arguments[0] ?? 'head');
  const head = target.kind === 'relative' ? headOf(history) : null;
  const position = resolveTarget(history, target, head ? { kind: 'revision', revision: head } : { kind: 'base' });
  const { output } = context;
  if (position.kind === 'base') {
    output.line(output.json ? 'null' : 'base: before the first revision');
    return 0;
  }
  if (output.json) output.value(asData(position.revision));
  else for (const line of asText(position.revision, output.style.dim)) output.line(line);
  return 0;
}

function asData(revision: Revision): object {
  const { name, number, hash, previousHash, message, transactional, path, headers, body, revert } = revision;
  return { name, number, hash, previousHash, message, transactional, path, headers, body, revert };
}

function asText(revision: Revision, dim: (text: string) => string): string[] {
  const { revert } = revision;
  const way = revert === null ? [dim('-- no revert: this revision cannot be taken back')] : revertText(revert, dim);
  return [
    dim(`-- ${revision.name}${revision.message ? `: ${revision.message}` : ''}`),
    dim(`-- ${revision.hash}${revision.transactional ? '' : ', outside a transaction'}`),
    dim(`-- after ${revision.previousHash ?? 'base'}`),
    dim(`-- ${revision.path}`),
    revision.body.trimEnd(),
    '',
    ...way,
  ];
}

function revertText(revert: NonNullable<Revision['revert']>, dim: (text: string) => string): string[] {
  if (revert.kind === 'irreversible') return [dim(`-- irreversible: ${revert.reason}`)];
  return [dim(`-- its way back: ${revert.path}`), revert.body.trimEnd()];
}
