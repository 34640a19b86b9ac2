import type { Revision } from '@godwit/history';
import type { LintSource } from './lint-source.ts';

/** Committed revisions as sources, each followed by its way back when that is SQL. */
export function historySources(revisions: readonly Revision[]): readonly LintSource[] {
  return revisions.flatMap(({ path, body, transactional, bodyLine, name, revert }): LintSource[] => {
    const forward: LintSource = { path, text: body, transactional, role: 'forward', revision: name, firstLine: bodyLine };
    if (revert === null || revert.kind === 'irreversible') return [forward];
    const back = { path: revert.path, text: revert.body, transactional: revert.transactional, firstLine: revert.bodyLine };
    return [forward, { ...back, role: 'revert', revision: name }];
  });
}
