import { resolve } from 'node:path';
import type { LintSource } from '@godwit/lint';
import type { CommandContext } from '../context.ts';
import { count } from '../output/columns.ts';
import { loadLint } from '../session/load-lint.ts';
import { displayPath, openHistory } from '../session/open-history.ts';
import { changedSince } from './changed-since.ts';
import { namedSources } from './named-sources.ts';
import { type WrittenSource, writtenSources } from './written-sources.ts';

/** What is to be linted. */
export interface ChosenSources {
  /** In the order in which they are applied; those before, for the facts that they make, are among them. */
  readonly sources: readonly LintSource[];
  /** In words: `migrations/current.sql`, `38 revisions`. */
  readonly subject: string;
  /** Whether that is all that the project has. */
  readonly whole: boolean;
}

export interface Choice {
  readonly files: readonly string[];
  readonly all: boolean;
  readonly since: string | undefined;
}

/**
 * The revision being written unless something else is asked for.
 *
 * @throws NothingToLint, SinceWithoutGit, UnknownRef; what reading the history and `current.sql` throws
 */
export async function chooseSources(context: CommandContext, { files, all, since }: Choice): Promise<ChosenSources> {
  const { revisions } = await openHistory(context);
  const { historySources } = await loadLint();
  const committed = historySources(revisions);
  const folder = displayPath(context, context.config().migrationsFolder);
  const written = await writtenSources(folder);
  if (all)
    return { sources: [...committed, ...written.map(({ source }) => source)], subject: wholeSubject(committed, written), whole: true };
  if (since !== undefined) {
    const changed = await changedSince(context, folder, since);
    const sources = committed.filter(({ path }) => changed.has(resolve(path)));
    return { sources: only(committed, sources), subject: `${count(sources.length, 'file')} since ${since}`, whole: false };
  }
  if (files.length > 0) {
    const sources = namedSources(context, files, { committed, written });
    const subject = sources.length > 3 ? count(sources.length, 'file') : sources.map(({ path }) => path).join(', ');
    return { sources: [...only(committed, sources), ...sources.filter((source) => !committed.includes(source))], subject, whole: false };
  }
  const sources = written.map(({ source }) => source);
  return { sources: [...only(committed, []), ...sources], subject: sources.map(({ path }) => path).join(', '), whole: false };
}

/** The history, of which only some is linted. A way back that is not linted makes nothing. */
function only(committed: readonly LintSource[], linted: readonly LintSource[]): readonly LintSource[] {
  return committed
    .filter((source) => source.role === 'forward' || linted.includes(source))
    .map((source) => (linted.includes(source) ? source : { ...source, factsOnly: true }));
}

function wholeSubject(committed: readonly LintSource[], written: readonly WrittenSource[]): string {
  const forward = committed.filter(({ role }) => role === 'forward').length;
  const parts = [
    count(forward, 'revision'),
    count(committed.length - forward, 'way back', 'ways back'),
    ...written.map(({ source }) => source.path),
  ];
  return parts.join(', ');
}
