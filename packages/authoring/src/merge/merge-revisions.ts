import type { CodeFrame } from '@godwit/diagnostics';
import type { ConflictedFile, History } from '@godwit/history';
import type { Step } from '@godwit/migrator';
import { committedFiles } from '../commit/committed-files.ts';
import { changesTo, type FileText } from '../commit/file-texts.ts';
import { changeFiles } from '../journal/change-files.ts';
import type { FileStore } from '../journal/file-store.ts';
import { NotProved } from '../prove/errors.ts';
import type { ProvedRevision } from '../prove/prove.ts';
import { type ProvedOnShadow, proveOnShadow } from '../prove/prove-on-shadow.ts';
import { type HistoryShadow, type HistoryShadowOptions, type ShadowSource, withHistoryShadow } from '../shadow/history-shadow.ts';
import { composeMerge, type MergedRevision, settledFiles } from './compose-merge.ts';
import { FailsAfterTheirs } from './errors.ts';
import type { Sides } from './sides.ts';

/** What a merge tells while it works, in this order. */
export type MergeEvent =
  /** The shadow database is there; the proof begins. */
  | { readonly kind: 'shadow'; readonly shadow: HistoryShadow }
  | { readonly kind: 'proved'; readonly proved: ProvedRevision; readonly seeded: boolean; readonly ms: number };

export interface MergeOptions {
  /** The folder that holds `.godwit/`, absolute. */
  readonly root: string;
  /** The migrations folder, as the user would type it. */
  readonly folder: string;
  readonly sides: Sides;
  /** Files that Git has left in conflict. */
  readonly conflicted: readonly ConflictedFile[];
  readonly shadow: ShadowSource;
  readonly store: FileStore;
  /** Looks at the shadow database with the revisions applied. @returns further files that belong to them */
  readonly inspect?: ((shadow: HistoryShadow, proved: readonly ProvedRevision[]) => Promise<readonly FileText[]>) | undefined;
  readonly godwitVersion: string;
  readonly observer?: ((event: MergeEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Merged {
  readonly revisions: readonly MergedRevision[];
  readonly proved: readonly ProvedRevision[];
  /** The files that were written for them. */
  readonly paths: readonly string[];
  /** The line of history that is left: theirs, and mine after them. */
  readonly history: Pick<History, 'revisions' | 'heads'>;
}

/**
 * Puts mine after theirs: the same SQL under new numbers and hashes, proved again, with their reverts and proofs. Whole or not at all, also when
 * it is killed. No database but the shadow is touched: those that hold mine follow with their next upgrade. Runs inside `withFolderLock`.
 *
 * @throws before anything is written: FailsAfterTheirs, NoShadow; FilesNotWritable, with the files put back
 */
export async function mergeRevisions(options: MergeOptions): Promise<Merged> {
  const { root, folder, sides, store } = options;
  const merged = await composeMerge(options);
  const proof = await proveMerged(options, merged);
  const written = merged.flatMap((one) => committedFiles(folder, one, proof.evidence));
  const files = lastOfEach([...settledFiles(options), ...written, ...proof.files]);
  const [first] = [...sides.mine, ...sides.twins.map(({ mine }) => mine)];
  await changeFiles({ root, store, command: `merge of ${first?.name}`, changes: await changesTo(files, { root, store }) });
  const revisions = [...sides.theirs, ...merged.map(({ revision }) => revision)];
  return {
    revisions: merged,
    proved: proof.proved,
    paths: written.map(({ path }) => path),
    history: { revisions, heads: revisions.slice(-1) },
  };
}

async function proveMerged(options: MergeOptions, merged: readonly MergedRevision[]): Promise<ProvedOnShadow> {
  const { shadow: source, sides, inspect, godwitVersion, signal, observer = () => undefined } = options;
  const last = sides.theirs.at(-1);
  const place = {
    source,
    history: { revisions: sides.theirs },
    target: last === undefined ? { kind: 'base' as const } : { kind: 'revision' as const, revision: last },
  };
  if (merged.length === 0) return { proved: [], evidence: new Map(), files: await inspectTheirs(place, inspect) };
  try {
    return await proveOnShadow({
      ...place,
      revisions: merged.map(({ revision }) => revision),
      godwitVersion,
      inspect,
      frameOf: async (step, frame) => frameInMine(merged, step, frame),
      onShadow: (shadow) => observer({ kind: 'shadow', shadow }),
      onProved: (event) => observer({ kind: 'proved', ...event }),
      signal,
    });
  } catch (error) {
    const from = error instanceof NotProved ? merged.find(({ revision }) => revision.name === error.revision)?.from : undefined;
    if (!(error instanceof NotProved) || from === undefined) throw error;
    throw new FailsAfterTheirs({ from, theirs: last?.name ?? 'base', error });
  }
}

/** There is nothing to prove where theirs has all of mine. */
async function inspectTheirs(
  place: Pick<HistoryShadowOptions, 'source' | 'history' | 'target'>,
  inspect: MergeOptions['inspect'],
): Promise<readonly FileText[]> {
  return inspect === undefined ? [] : withHistoryShadow({ ...place, seeds: true }, (shadow) => inspect(shadow, []));
}

/** The place in the file that is there, which has fewer headers. */
function frameInMine(merged: readonly MergedRevision[], { hash, direction }: Step, frame: CodeFrame): CodeFrame {
  const one = merged.find(({ revision }) => revision.hash === hash);
  if (one === undefined) return frame;
  const [was, is] = [one.from, one.revision].map((revision) => (direction === 'up' ? revision : revision.revert));
  if (!was || !is || !('bodyLine' in was && 'bodyLine' in is)) return frame;
  const more = is.bodyLine - was.bodyLine;
  return { ...frame, file: was.path, text: frame.text.split('\n').slice(more).join('\n'), line: frame.line - more };
}

/** A file that goes and comes, under the name of another revision, comes. */
function lastOfEach(files: readonly FileText[]): readonly FileText[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
