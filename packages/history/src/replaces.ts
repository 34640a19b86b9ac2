import type { Revision, RevisionHash } from './revision.ts';

/** The header that `merge` writes: hashes, oldest first, one blank between them. */
export const REPLACES = 'Replaces';

const HASH = /^sha1:[0-9a-f]{40}$/;

/**
 * The hashes that a revision had before a merge put it after others, oldest first: `--! Replaces: sha1:… sha1:…`. A database that holds
 * one of them has applied this revision, in another place. What is no hash is passed over (and is a finding of `readHistory`).
 */
export function replacedHashes({ headers }: Pick<Revision, 'headers'>): readonly RevisionHash[] {
  return wordsOf(headers[REPLACES]).filter((word) => HASH.test(word));
}

/** What stands in the header and is no hash. */
export function invalidReplaces(headers: Revision['headers']): readonly string[] {
  if (!(REPLACES in headers)) return [];
  const words = wordsOf(headers[REPLACES]);
  return words.length === 0 ? [''] : words.filter((word) => !HASH.test(word));
}

function wordsOf(value: string | null | undefined): readonly string[] {
  return (value ?? '').split(/[\s,]+/).filter((word) => word !== '');
}
