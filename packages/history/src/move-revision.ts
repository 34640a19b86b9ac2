import { hashRevision } from './hash-revision.ts';
import { parseText, serializeText } from './header.ts';
import { REPLACES, replacedHashes } from './replaces.ts';
import type { Revision, RevisionHash } from './revision.ts';
import { serializeRevision } from './serialize-revision.ts';

/** A revision as it is to stand in another place of the chain: the same SQL under another number and hash. */
export interface MovedRevision {
  /** What it was made of. */
  readonly from: Revision;
  readonly number: number;
  /** `000025-add-ratings.sql`, in `committed/` as in `reverts/`. */
  readonly filename: string;
  readonly name: string;
  readonly hash: RevisionHash;
  readonly previousHash: RevisionHash | null;
  /** Of the file in `committed/`. */
  readonly text: string;
}

/**
 * Puts a revision after another one. Its old hash, and those that it had before, go into `--! Replaces:`, so that a database that has
 * applied it follows. One that allowed an invalid hash has a valid one from then on.
 *
 * @param place its new number, and the hash that it follows (null: base)
 * @throws EmptyBody, InvalidMessage, InvalidHeader for what could not be read back
 */
export function moveRevision(
  revision: Revision,
  place: { readonly number: number; readonly previousHash: RevisionHash | null },
): MovedRevision {
  const { number, previousHash } = place;
  const { body, message, slug } = revision;
  const hash = hashRevision(body, previousHash);
  const { AllowInvalidHash: _, [REPLACES]: __, ...kept } = revision.headers;
  const name = `${String(number).padStart(6, '0')}${slug === '' ? '' : `-${slug}`}`;
  const headers = withReplaced(kept, hash, [...replacedHashes(revision), revision.hash]);
  const text = serializeRevision({ hash, previousHash, message, headers, body });
  return { from: revision, number, filename: `${name}.sql`, name, hash, previousHash, text };
}

/**
 * The text of a revision that stays where it is and stands for others as well: the same revision, which somebody else has put elsewhere.
 *
 * @param hashes those of the others, and what they had replaced
 */
export function addReplaced(revision: Revision, hashes: readonly RevisionHash[]): string {
  const { hash, previousHash, message, body, headers } = revision;
  return serializeRevision({
    hash,
    previousHash,
    message,
    headers: withReplaced(headers, hash, [...replacedHashes(revision), ...hashes]),
    body,
  });
}

/** The text of a file in `reverts/`, made to belong to another hash. What else it says stays. */
export function retargetRevert(text: string, reverts: RevisionHash): string {
  const { headers, body } = parseText(text);
  const changed = { ...headers, Reverts: reverts, ...('Hash' in headers ? { Hash: hashRevision(body, reverts) } : {}) };
  return serializeText(Object.entries(changed), body);
}

function withReplaced(headers: Revision['headers'], own: RevisionHash, hashes: readonly RevisionHash[]): Revision['headers'] {
  const replaced = [...new Set(hashes)].filter((hash) => hash !== own);
  return replaced.length === 0 ? headers : { ...headers, [REPLACES]: replaced.join(' ') };
}
