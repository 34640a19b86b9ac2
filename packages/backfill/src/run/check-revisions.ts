import type { LoadedDefinition } from '../definition/backfill-definition.ts';
import { RevisionOutOfReach } from '../errors/run-errors.ts';

/**
 * Whether what a backfill fills is there, and what it reads is there still.
 *
 * @param applied names of the applied revisions: `000018-add-multi-dimensional-ratings`
 * @throws RevisionOutOfReach
 */
export function checkRevisions(
  backfill: { readonly name: string; readonly definition: Pick<LoadedDefinition, 'after' | 'until'> },
  applied: readonly string[],
): void {
  const { after, until } = backfill.definition;
  if (after !== null && !applied.some((name) => isNamed(name, after)))
    throw new RevisionOutOfReach({ backfill: backfill.name, revision: after, why: 'unapplied' });
  if (until !== null && applied.some((name) => isNamed(name, until)))
    throw new RevisionOutOfReach({ backfill: backfill.name, revision: until, why: 'over' });
}

/** By its whole name, its slug or its number, as targets are. */
function isNamed(revision: string, target: string): boolean {
  const [digits = '', ...slug] = revision.split('-');
  return target === revision || target === slug.join('-') || (/^\d+$/.test(target) && Number(target) === Number(digits));
}
