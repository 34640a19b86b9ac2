import { ContradictoryRevert } from './errors/revert.ts';
import { hashRevision } from './hash-revision.ts';
import { serializeText } from './header.ts';
import type { RevisionHash } from './revision.ts';
import { assertHeader } from './serialize-revision.ts';

/** The way back that is to be written beside a revision. */
export type RevertText =
  | { readonly kind: 'sql'; readonly reverts: RevisionHash; readonly body: string }
  | { readonly kind: 'irreversible'; readonly reverts: RevisionHash; readonly reason: string };

/**
 * The text of a file in `reverts/`, with the hash of the revision that it reverts and its own.
 *
 * @throws ContradictoryRevert without SQL or without a reason; InvalidHeader for a reason of several lines
 */
export function serializeRevert(revert: RevertText): string {
  if (revert.kind === 'irreversible') {
    const reason = revert.reason.trim();
    if (reason === '') throw new ContradictoryRevert('The revert', 'no reason');
    assertHeader('Irreversible', reason);
    return serializeText(
      [
        ['Reverts', revert.reverts],
        ['Irreversible', reason],
      ],
      '',
    );
  }
  if (revert.body.trim() === '') throw new ContradictoryRevert('The revert', 'neither');
  return serializeText(
    [
      ['Reverts', revert.reverts],
      ['Hash', hashRevision(revert.body, revert.reverts)],
    ],
    revert.body,
  );
}
