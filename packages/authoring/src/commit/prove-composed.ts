import type { Position } from '@godwit/history';
import { type ProvedOnShadow, proveOnShadow } from '../prove/prove-on-shadow.ts';
import type { CommitOptions } from './commit-revision.ts';
import type { ComposedRevision } from './compose-revision.ts';
import { type Draft, frameInDraft } from './draft.ts';

interface Subject {
  readonly draft: Draft;
  readonly composed: readonly ComposedRevision[];
  /** Where the first of them follows. */
  readonly target: Position;
}

/** Proves the new revision, and those that follow it; an error in the new one is shown where its author wrote it. */
export function proveComposed(options: CommitOptions, { draft, composed, target }: Subject): Promise<ProvedOnShadow> {
  const { history, shadow: source, inspect, signal, godwitVersion, observer = () => undefined } = options;
  const revisions = composed.map(({ revision }) => revision);
  return proveOnShadow({
    source,
    history,
    target,
    revisions,
    godwitVersion,
    inspect,
    frameOf: (step, frame) => (step.hash === revisions[0]?.hash ? frameInDraft(draft, step, frame) : Promise.resolve(frame)),
    onShadow: (shadow) => observer({ kind: 'shadow', shadow }),
    onProved: (event) => observer({ kind: 'proved', ...event }),
    signal,
  });
}
