import { addReplaced, type ConflictedFile, parseRevertFile, parseRevisionFile, type RevisionHash, replacedHashes } from '@godwit/history';
import { parseProof } from '../prove/proof.ts';

type Version = ConflictedFile['versions'][number];

/** The revisions that the versions of a file in conflict are of. Two of one revision, whose headers alone differ, become one that says what both say. */
export function differentVersions(path: string, texts: readonly string[]): readonly Version[] {
  const versions = new Map<RevisionHash | string, Version>();
  for (const text of texts) {
    const version = { path, text };
    // What belongs to no revision stays as it is: reading the history says what is wrong with it.
    const key = belongsTo(version) ?? text;
    const known = versions.get(key);
    versions.set(key, known === undefined ? version : { path, text: withBoth(known, version) });
  }
  return [...versions.values()];
}

/** The revision that a file of `committed/` or `reverts/` is of; null when it does not say. */
export function belongsTo({ path, text }: Version): RevisionHash | null {
  if (path.endsWith('.json')) return parseProof(text)?.revision ?? null;
  return parseRevertFile({ path, text }).reverts ?? parseRevisionFile({ path, text }).statedHash;
}

function withBoth(one: Version, other: Version): string {
  const [first, second] = [one, other].map((version) => parseRevisionFile(version).revision);
  return first && second ? addReplaced(first, replacedHashes(second)) : one.text;
}
