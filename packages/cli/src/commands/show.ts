import { basename } from 'node:path';
import type { GodwitError } from '@godwit/diagnostics';
import { assertSound, type History, headOf, parseTarget, type Revision, resolveTarget } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import type { CommandInput, ExitCode } from '../definition.ts';
import { reportError } from '../output/report-error.ts';
import { forkOf } from '../session/fork-of.ts';
import { openHistory } from '../session/open-history.ts';

/** Prints one revision: its headers in words, its SQL, its way back; on stderr what is wrong with its files. */
export async function run(context: CommandContext, input: CommandInput): Promise<ExitCode> {
  const history = await openHistory(context);
  const target = parseTarget(input.arguments[0] ?? 'head');
  // Where a file is missing, there seem to be two heads: it is the file that has to be told.
  if ((target.kind === 'head' || target.kind === 'relative') && history.heads.length > 1 && forkOf(history) === null) assertSound(history);
  const head = target.kind === 'relative' ? headOf(history) : null;
  const position = resolveTarget(history, target, head ? { kind: 'revision', revision: head } : { kind: 'base' });
  const { output } = context;
  if (position.kind === 'base') {
    output.line(output.json ? 'null' : 'base: before the first revision');
    return 0;
  }
  const { revision } = position;
  const problems = problemsOf(history, revision);
  const isRevertUnread = revision.revert === null && problems.some((problem) => 'path' in problem && problem.path !== revision.path);
  if (output.json) output.value(asData(revision));
  else for (const line of asText(revision, isRevertUnread, output.style.dim)) output.line(line);
  const codes = problems.map((problem) => reportError(output, problem, context.invocation));
  return codes.includes(1) ? 1 : (codes[0] ?? 0);
}

/** Of its own two files, which have one name in two folders. */
function problemsOf(history: History, { path }: Revision): readonly GodwitError[] {
  const ofBoth = (other: unknown) => typeof other === 'string' && basename(other) === basename(path);
  return history.problems.filter((problem) => 'path' in problem && ofBoth(problem.path));
}

function asData(revision: Revision): object {
  const { name, number, hash, previousHash, message, transactional, path, headers, body, revert } = revision;
  return { name, number, hash, previousHash, message, transactional, path, headers, body, revert };
}

function asText(revision: Revision, isRevertUnread: boolean, dim: (text: string) => string): string[] {
  const { revert } = revision;
  const none = isRevertUnread ? 'its way back is not what was proved' : 'no revert: this revision cannot be taken back';
  const way = revert === null ? [dim(`-- ${none}`)] : revertText(revert, dim);
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
