import type { Position, RevisionHash } from '@godwit/history';
import { type Proof, proofOf } from '../prove/proof.ts';
import { type ProvedRevision, prove } from '../prove/prove.ts';
import { withHistoryShadow } from '../shadow/history-shadow.ts';
import { readServerVersion } from '../shadow/server-version.ts';
import type { CommitOptions } from './commit-revision.ts';
import type { ComposedRevision } from './compose-revision.ts';
import { type Draft, frameInDraft } from './draft.ts';
import type { FileText } from './file-texts.ts';

interface Subject {
  readonly draft: Draft;
  readonly composed: readonly ComposedRevision[];
  /** Where the first of them follows. */
  readonly target: Position;
}

export interface ProvedDraft {
  readonly proved: readonly ProvedRevision[];
  readonly evidence: ReadonlyMap<RevisionHash, Proof>;
  /** What `inspect` wants to be committed with it. */
  readonly files: readonly FileText[];
}

/**
 * Proves the new revision, and those that follow it, on a shadow database over the rows of the seeds. Seeds that do not fit yet are loaded
 * when the new revision is applied for the first time: they may be written for it.
 */
export async function proveComposed(options: CommitOptions, { draft, composed, target }: Subject): Promise<ProvedDraft> {
  const { history, shadow: source, inspect, signal, godwitVersion, observer = () => undefined } = options;
  const revisions = composed.map(({ revision }) => revision);
  return withHistoryShadow({ source, history, target, seeds: true }, async (shadow) => {
    observer({ kind: 'shadow', shadow });
    const { client, connect, execution, settings, seedsFailed } = shadow;
    const seeds = shadow.seeded || seedsFailed !== null ? source.seeds : null;
    const late = seedsFailed === null ? null : seeds;
    const circumstances = { godwitVersion, serverVersion: await readServerVersion(client), seeds: seeds?.digest ?? null };
    let since = performance.now();
    const proved = await prove({
      revisions,
      client,
      connect,
      settings: execution,
      seeded: seeds !== null,
      seedAfterUp: late === null ? undefined : () => late.load(settings),
      frameOf: (step, frame) => (step.hash === revisions[0]?.hash ? frameInDraft(draft, step, frame) : Promise.resolve(frame)),
      onRevision: (one) => {
        observer({ kind: 'proved', proved: one, seeded: seeds !== null, ms: performance.now() - since });
        since = performance.now();
      },
      signal,
    });
    return {
      proved,
      evidence: new Map(proved.map((one) => [one.revision.hash, proofOf(one, circumstances)])),
      files: (await inspect?.(shadow)) ?? [],
    };
  });
}
