import { isNamed } from '@godwit/history';
import type { LoadedDefinition } from '../definition/backfill-definition.ts';
import { RevisionOutOfReach } from '../errors/run-errors.ts';

/** What keeps a backfill from being run on a database: what it fills is not there yet, or what it reads is there no more. */
export interface OutOfReach {
  readonly why: 'unapplied' | 'over';
  readonly revision: string;
}

/**
 * Null when nothing does.
 *
 * @param applied names of the applied revisions: `000018-add-multi-dimensional-ratings`
 */
export function outOfReach({ after, until }: Pick<LoadedDefinition, 'after' | 'until'>, applied: readonly string[]): OutOfReach | null {
  const isApplied = (revision: string) => applied.some((name) => isNamed(name, revision));
  if (after !== null && !isApplied(after)) return { why: 'unapplied', revision: after };
  return until !== null && isApplied(until) ? { why: 'over', revision: until } : null;
}

/** @throws RevisionOutOfReach */
export function checkRevisions(
  backfill: { readonly name: string; readonly definition: Pick<LoadedDefinition, 'after' | 'until'> },
  applied: readonly string[],
): void {
  const problem = outOfReach(backfill.definition, applied);
  if (problem !== null) throw new RevisionOutOfReach({ backfill: backfill.name, ...problem });
}
