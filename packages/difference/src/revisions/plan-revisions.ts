import type { Catalog } from '@godwit/catalog';
import type { DifferenceStatement } from '../difference.ts';
import type { Rename } from '../renames/rename.ts';
import { respell } from '../spelling/respell.ts';
import { PHASES, type Piece } from './piece.ts';
import { piecesOf } from './pieces-of.ts';

/** A revision that a difference asks for. */
export interface PlannedRevision {
  /** What it does, in a few words. */
  readonly title: string;
  /** Without semicolons. One, when it is not transactional. */
  readonly statements: readonly string[];
  readonly transactional: boolean;
  /** What has to be done by somebody before it; null for nothing. */
  readonly before: string | null;
  readonly losesData: boolean;
}

export interface PlanRevisionsOptions {
  readonly statements: readonly DifferenceStatement[];
  /** Where the statements begin, and where they lead. */
  readonly from: Catalog;
  readonly to: Catalog;
  /** What the statements rename. */
  readonly renames: readonly Rename[];
}

/**
 * The revisions that a difference takes on a database that is in use: nothing holds a lock for longer than a moment but where there is no
 * other way, and nothing goes before what uses it is gone. Each but the first is only foreseen: once the first is committed, the
 * difference is found anew.
 */
export async function planRevisions(options: PlanRevisionsOptions): Promise<readonly PlannedRevision[]> {
  const pieces = await piecesOf(options);
  const revisions = PHASES.flatMap((phase) => {
    const ours = pieces.filter((piece) => piece.phase === phase);
    const shared = ours.filter(({ alone }) => !alone);
    return [...(shared.length === 0 ? [] : [together(shared)]), ...ours.filter(({ alone }) => alone).map((piece) => together([piece]))];
  });
  return await Promise.all(
    revisions.map(async (revision) => ({ ...revision, statements: await Promise.all(revision.statements.map(respell)) })),
  );
}

function together(pieces: readonly Piece[]): PlannedRevision {
  const notes = pieces.flatMap(({ before }) => before ?? []);
  return {
    title: pieces.map(({ title }) => title).join('; '),
    statements: pieces.flatMap(({ sql }) => sql),
    transactional: pieces.every(({ transactional }) => transactional),
    before: notes.length === 0 ? null : [...new Set(notes)].join('; '),
    losesData: pieces.some(({ losesData }) => losesData),
  };
}
