import type { Revision, RevisionHash } from '@godwit/history';
import type { FileStore } from '../journal/file-store.ts';
import { parseProof } from '../prove/proof.ts';
import { proofPath } from '../prove/proof-path.ts';
import { EvidenceMissing } from './errors.ts';

export interface Evidence {
  /** Revisions whose proof is there and of the files as they are. */
  readonly sound: ReadonlySet<RevisionHash>;
  readonly problems: readonly EvidenceMissing[];
}

/** Looks at the `.proof.json` of each revision. @param folder the migrations folder, as the user would type it */
export async function findEvidence(store: FileStore, folder: string, revisions: readonly Revision[]): Promise<Evidence> {
  const sound = new Set<RevisionHash>();
  const problems: EvidenceMissing[] = [];
  for (const revision of revisions) {
    const problem = await problemWith(store, folder, revision);
    if (problem === null) sound.add(revision.hash);
    else problems.push(problem);
  }
  return { sound, problems };
}

async function problemWith(store: FileStore, folder: string, revision: Revision): Promise<EvidenceMissing | null> {
  const { revert, hash, path: committed } = revision;
  if (revert === null) {
    return new EvidenceMissing({
      path: committed,
      because: 'has no way back, and nobody says why',
      help: `write migrations/reverts/${revision.filename}; its first line, before a blank one, is\n--! Reverts: ${hash}\nor, with a reason in place of SQL, add --! Irreversible: the reason`,
    });
  }
  const path = proofPath(folder, revision);
  const help = 'prove it and write the evidence: godwit check --write';
  const text = await store.read(path);
  const proof = text === null ? null : parseProof(text);
  if (text === null) return new EvidenceMissing({ path, because: 'is missing: nothing shows that the way back was proved', help });
  if (proof === null) return new EvidenceMissing({ path, because: 'cannot be read', help });
  const back = revert.kind === 'sql' ? revert.hash : null;
  if (proof.revision === hash && proof.revert === back) return null;
  return new EvidenceMissing({ path, because: `is of another state of the ${proof.revision === hash ? 'way back' : 'revision'}`, help });
}
