import type { History } from '@godwit/history';
import { readAside } from '@godwit/history';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { forkOf } from '../session/fork-of.ts';
import { loadAuthoring } from '../session/load-authoring.ts';
import { displayPath } from '../session/open-history.ts';
import { UsageError } from '../usage-error.ts';
import { type CheckOutcome, fine, found, leftOut } from './check.ts';

/** Every file reads well, and they hang together in one line. */
export async function checkChain(history: History): Promise<CheckOutcome> {
  const fork = forkOf(history);
  const findings = [...history.problems, ...(fork === null ? [] : [fork])];
  if (findings.length > 0) return found(count(findings.length, 'problem'), findings);
  return fine(`${count(history.revisions.length, 'revision')} in one line`);
}

/** Committed revisions are what they were where this branch left the other one. */
export async function checkUnchanged(context: CommandContext, history: History, since: string | undefined): Promise<CheckOutcome> {
  const { changedSince, CommittedFileChanged, disk, openRepository } = await loadAuthoring();
  const repository = await openRepository(history.folder, context.environment);
  if (repository === null) return leftOut('this is no Git repository');
  const ref = since ?? (await repository.mainBranch());
  if (ref === null) return leftOut('no other branch to compare with: name one with --since');
  try {
    const { environment } = context;
    const { base, files, changed } = await changedSince(history.folder, ref, { environment, read: disk.read });
    if (changed.length > 0) {
      const findings = changed.map(({ path, how }) => new CommittedFileChanged({ path, how, base }));
      return found(`${count(changed.length, 'file')} not as in ${base}`, findings);
    }
    return fine(`${count(files, 'file')} as in ${base}, where ${ref} was left`);
  } catch (error) {
    throw new UsageError({
      message: `Git cannot tell where this branch left ${ref}`,
      details: [error instanceof Error ? (error.message.split('\n').at(-2) ?? error.message) : String(error)],
      help: `name a ref that is there: godwit check --since REF\na shallow clone lacks it: git fetch --unshallow`,
    });
  }
}

/** Nothing is written and left lying. */
export async function checkCurrent(context: CommandContext, history: History): Promise<CheckOutcome> {
  const { isBlank, readCurrent, readWayBack, Uncommitted } = await loadAuthoring();
  const { folder } = history;
  const current = readCurrent(folder);
  const wayBack = await readWayBack(folder, undefined);
  const aside = await readAside(folder);
  const revert = displayPath(context, `${folder}/revert.sql`);
  const findings = [
    ...((await isBlank(current.body))
      ? []
      : [new Uncommitted(current.files[0]?.path ?? folder, `${current.location.path} holds SQL that is not committed`)]),
    ...(wayBack.kind === 'blank' ? [] : [new Uncommitted(revert, `${revert} holds a way back that is not committed`)]),
    ...(aside === null
      ? []
      : [new Uncommitted(`${folder}/aside`, `${aside.opened.name} is open (amend), and what came after it is set aside`)]),
  ];
  return findings.length === 0 ? fine('nothing is left uncommitted') : found(count(findings.length, 'thing'), findings);
}
