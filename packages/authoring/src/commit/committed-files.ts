import { dirname, join } from 'node:path';
import type { RevisionHash } from '@godwit/history';
import { type Aside, asideFolder } from '@godwit/history';
import { layOutCurrent } from '../current/lay-out-current.ts';
import { type Proof, serializeProof } from '../prove/proof.ts';
import { proofPath } from '../prove/proof-path.ts';
import type { ComposedRevision } from './compose-revision.ts';
import type { Draft } from './draft.ts';
import { type FileText, filesBelow } from './file-texts.ts';
import { revertPath } from './way-back.ts';

/** The files of a revision: its SQL, its way back, and the evidence that it is one. */
export function committedFiles(
  folder: string,
  { revision, text, revertText }: ComposedRevision,
  evidence: ReadonlyMap<RevisionHash, Proof>,
): readonly FileText[] {
  const proof = evidence.get(revision.hash);
  return [
    { path: revision.path, text, readOnly: true },
    ...(revertText === null
      ? []
      : [{ path: join(dirname(revision.path), '..', 'reverts', revision.filename), text: revertText, readOnly: true }]),
    ...(proof === undefined ? [] : [{ path: proofPath(folder, revision), text: serializeProof(proof) }]),
  ];
}

interface Emptying {
  readonly history: { readonly folder: string };
  readonly blank: { readonly current: string; readonly revert: string };
}

/** What was written is committed: `current.sql` and `revert.sql` are blank again, and nothing is set aside any more. */
export async function emptiedFiles({ history, blank }: Emptying, { written }: Draft, aside: Aside | null): Promise<readonly FileText[]> {
  const { folder } = history;
  const { write, remove } = layOutCurrent(written.location, blank.current);
  const waiting = aside === null ? [] : await filesBelow(asideFolder(folder));
  return [
    ...write,
    ...remove.map((path) => ({ path, text: null })),
    { path: revertPath(folder), text: blank.revert },
    ...waiting.map((path) => ({ path, text: null, readOnly: true })),
  ];
}
