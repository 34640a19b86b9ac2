import type { CodeFrame } from '@godwit/diagnostics';
import type { History, Position, Revision, RevisionHash } from '@godwit/history';
import type { Step } from '@godwit/migrator';
import type { FileText } from '../commit/file-texts.ts';
import { type HistoryShadow, type ShadowSource, withHistoryShadow } from '../shadow/history-shadow.ts';
import { readServerVersion } from '../shadow/server-version.ts';
import { type Proof, proofOf } from './proof.ts';
import { type ProvedRevision, prove } from './prove.ts';

export interface ProveOnShadowOptions {
  readonly source: ShadowSource;
  readonly history: Pick<History, 'revisions'>;
  /** Where the first of them follows. */
  readonly target: Position;
  /** In their order. */
  readonly revisions: readonly Revision[];
  readonly godwitVersion: string;
  /** Looks at the shadow database with all of them applied. @returns further files that belong to them */
  readonly inspect?: ((shadow: HistoryShadow, proved: readonly ProvedRevision[]) => Promise<readonly FileText[]>) | undefined;
  /** Where an error is shown in place of the revision's file. */
  readonly frameOf?: ((step: Step, frame: CodeFrame) => Promise<CodeFrame>) | undefined;
  readonly onShadow?: ((shadow: HistoryShadow) => void) | undefined;
  readonly onProved?: ((event: { readonly proved: ProvedRevision; readonly seeded: boolean; readonly ms: number }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface ProvedOnShadow {
  readonly proved: readonly ProvedRevision[];
  readonly evidence: ReadonlyMap<RevisionHash, Proof>;
  /** What `inspect` has given. */
  readonly files: readonly FileText[];
}

/**
 * Proves revisions on a shadow database over the rows of the seeds. Seeds that do not fit yet are loaded when the first of them is applied for
 * the first time: they may be written for it.
 */
export async function proveOnShadow(options: ProveOnShadowOptions): Promise<ProvedOnShadow> {
  const { source, history, target, revisions, godwitVersion, inspect, frameOf, onShadow, onProved, signal } = options;
  return withHistoryShadow({ source, history, target, seeds: true }, async (shadow) => {
    onShadow?.(shadow);
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
      frameOf,
      onRevision: (one) => {
        onProved?.({ proved: one, seeded: seeds !== null, ms: performance.now() - since });
        since = performance.now();
      },
      signal,
    });
    return {
      proved,
      evidence: new Map(proved.map((one) => [one.revision.hash, proofOf(one, circumstances)])),
      files: (await inspect?.(shadow, proved)) ?? [],
    };
  });
}
